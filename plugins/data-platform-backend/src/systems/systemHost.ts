import {
  IndexedObject,
  ResourceSystem,
  SystemHost,
  SystemViewer,
} from '@millrace/backstage-plugin-data-platform-node';
import { Viewers } from '../permissions/Viewers';
import { IndexedResource, ResourceIndex } from '../store/types';

/** What the routes of a system see of the backend: its own objects, and only through the policy. */
export function systemHost(
  system: ResourceSystem,
  parts: { index: ResourceIndex; viewers: Viewers },
): SystemHost {
  const { index, viewers } = parts;
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
      const sources = source === undefined ? [...names] : [source];
      return sources
        .flatMap(each =>
          index.select({ source: each, ...place }, viewer.mayRead),
        )
        .filter(each => each.row.kind === kind && isOurs(each));
    },
    edition: () => `${index.epoch}.${index.version}`,
  };
}
