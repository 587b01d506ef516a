import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { IndexedResource } from '../../store/types';
import { connectUrl } from './connectUrl';

const NOT_RUNNING: Readonly<Record<WorkbenchFacts['state'], string>> = {
  running: 'It runs, but it is not ready yet.',
  starting: 'It is starting; it can be opened once it runs.',
  stopping: 'It is being stopped.',
  stopped: 'It is stopped; start it first.',
  failed: 'It does not run; its verdict says why.',
  deleting: 'It is being deleted.',
  unknown: 'The portal does not know whether it runs.',
};

/**
 * The link that opens a server, only when it would work; else why there is none.
 *
 * @param port - id of the port of a Workspace, with which its address ends; it stands in the Workspace's kind
 * @param ready - whether its containers are
 * @param base - address that the administrator configured for the cluster
 */
export function openLink(
  { row }: Pick<IndexedResource, 'row'>,
  facts: WorkbenchFacts,
  port: string | undefined,
  ready: boolean,
  base: string | undefined,
): { openUrl: string } | { openNote: string } {
  if (row.stale) {
    return {
      openNote: `It is not known whether it still runs. ${row.stale.message}`,
    };
  }
  if (facts.state !== 'running' || !ready) {
    return { openNote: NOT_RUNNING[facts.state] };
  }
  if (!base) {
    return {
      openNote: `The portal does not know where notebook servers of cluster ${row.source} are opened. Ask the platform team to set dataPlatform.notebooks.connectBase.`,
    };
  }
  if (facts.generation === 2 && !port) {
    return {
      openNote: `The portal cannot tell its address: it stands in WorkspaceKind ${
        facts.options?.kind ?? ''
      }, which it has not read (yet).`,
    };
  }
  const path =
    facts.connectPath && port
      ? `${facts.connectPath}${port}/`
      : facts.connectPath;
  const url = path && connectUrl(base, path);
  return url
    ? { openUrl: url }
    : {
        openNote:
          'Its address cannot be told from what the cluster says of it.',
      };
}
