import { AuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  PortalNews,
  PortalOperation,
  ResourceSystem,
  SystemTaskHost,
} from '@millrace/backstage-plugin-data-platform-node';
import { OperationRequest } from '@millrace/backstage-plugin-data-platform-common';
import { LIVE } from '../approvals/ApprovalRecord';
import { ApprovalTable } from '../approvals/ApprovalTable';
import { Messenger } from '../notices/Messenger';
import { hasEnded } from '../operations/OperationRecord';
import { OperationRefusedError } from '../operations/OperationRefusedError';
import { OperationsService } from '../operations/types';
import { RunReader } from '../rollup/RunReader';
import { Sources } from '../sources/types';
import { ResourceIndex } from '../store/types';

/** Longer than any call of an operation takes. */
const LONGEST_MS = 120_000;
/** Requests for leave that are looked through. */
const MOST_AWAITED = 2_000;

export interface TaskHostParts {
  index: ResourceIndex;
  sources: Sources;
  operations: OperationsService;
  approvals: Pick<ApprovalTable, 'list'>;
  runs: Pick<RunReader, 'page'>;
  messenger?: Pick<Messenger, 'send'>;
  auth: AuthService;
}

/** What tasks of one system may do, in the name of the portal. */
export function taskHost(
  system: ResourceSystem,
  parts: TaskHostParts,
): SystemTaskHost {
  const { index, sources, approvals, runs, messenger } = parts;
  const groups = new Map(
    system.resources.map(({ kind, match }) => [kind, match.group]),
  );
  return {
    fresh({ source, kind, namespace, name }) {
      const group = groups.get(kind);
      const ours = system.sources.some(each => each.name === source);
      if (!ours || group === undefined) return undefined;
      if (sources.find(source)?.state !== 'connected') return undefined;
      const found = index.find({ source, group, kind, namespace, name });
      return found?.row.stale ? undefined : found;
    },
    operate: (request, actor, signal) => operate(request, actor, signal, parts),
    async awaited(source) {
      const live = await approvals.list({ states: LIVE }, MOST_AWAITED);
      return live.flatMap(({ calls }) =>
        calls.filter(call => call.source === source),
      );
    },
    async isWorkedOn(branch) {
      const page = await runs.page(
        { branch, outcome: 'running', limit: 1 },
        () => true,
      );
      if (page.items.length > 0) return true;
      // Without the history nobody knows which runs were started on it.
      if (page.problem) throw new ServiceUnavailableError(page.problem);
      return false;
    },
    notify: news => notify(news, messenger),
  };
}

async function operate(
  request: OperationRequest,
  actor: string,
  signal: AbortSignal,
  { operations, auth }: TaskHostParts,
): Promise<PortalOperation> {
  const credentials = await auth.getOwnServiceCredentials();
  const caller = {
    actor: { userRef: actor, groups: [], ownershipRefs: [], portal: true },
    credentials,
  };
  try {
    const { id } = await operations.start(request, caller, signal);
    const operation = await operations.get(id, { waitMs: LONGEST_MS, signal });
    if (operation && hasEnded(operation)) return { operation };
    return { refused: 'It has not ended yet.', findings: [] };
  } catch (error) {
    return {
      refused: error instanceof Error ? error.message : String(error),
      findings: error instanceof OperationRefusedError ? error.findings : [],
    };
  }
}

async function notify(
  { to, ...payload }: PortalNews,
  messenger: TaskHostParts['messenger'],
): Promise<boolean> {
  if (!messenger || to.length === 0) return false;
  return messenger.send({
    recipients: { type: 'entity', entityRef: [...to] },
    payload,
  });
}
