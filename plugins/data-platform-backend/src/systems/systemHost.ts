import {
  IndexedObject,
  ResourceSystem,
  SystemHost,
  SystemViewer,
} from '@millrace/backstage-plugin-data-platform-node';
import { OperationsService } from '../operations/types';
import { Viewers } from '../permissions/Viewers';
import { RunReader } from '../rollup/RunReader';
import { Sources } from '../sources/types';
import { IndexedResource, ResourceIndex } from '../store/types';

/** Operations looked up at once. */
const MOST_RECORDED = 1_000;

/** What it is made of. */
export interface SystemHostParts {
  index: ResourceIndex;
  viewers: Viewers;
  runs: RunReader;
  operations: Pick<OperationsService, 'list'>;
  sources: Pick<Sources, 'warming'>;
}

/** What the routes of a system see of the backend: its own objects, and only through the policy. */
export function systemHost(
  system: ResourceSystem,
  parts: SystemHostParts,
): SystemHost {
  const { index, viewers, runs, operations, sources } = parts;
  const names = new Set(system.sources.map(({ name }) => name));
  const kinds = new Set(
    system.resources.map(({ kind, match }) => `${kind}.${match.group}`),
  );
  const isOurs = ({ row }: IndexedResource) =>
    names.has(row.source) && kinds.has(`${row.kind}.${row.group}`);
  return {
    async viewer(req): Promise<SystemViewer> {
      const viewer = await viewers.of(req as Parameters<Viewers['of']>[0]);
      return {
        userRef: viewer.userRef,
        tag: viewer.tag,
        mayRead: viewer.read.allows,
        mayOperate: viewer.operate.allows,
      };
    },
    get(id, viewer): IndexedObject | undefined {
      const found = index.get(id);
      return found && isOurs(found) && viewer.mayRead(found.row)
        ? found
        : undefined;
    },
    select({ kind, source, ...place }, viewer) {
      const asked = source === undefined ? [...names] : [source];
      return asked
        .flatMap(each =>
          index.select({ source: each, ...place }, viewer.mayRead),
        )
        .filter(each => each.row.kind === kind && isOurs(each));
    },
    runsOn: (branch, page, viewer) =>
      runs.page({ ...page, branch }, viewer.mayRead),
    async recorded(ids) {
      const wanted = ids.slice(0, MOST_RECORDED);
      if (wanted.length === 0) return new Map();
      const { items } = await operations.list({
        ids: wanted,
        limit: wanted.length,
      });
      return new Map(items.map(each => [each.id, each]));
    },
    warming: () => sources.warming() || index.settling,
    edition: () => `${index.epoch}.${index.version}`,
  };
}
