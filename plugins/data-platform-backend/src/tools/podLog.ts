import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { impersonate } from '../clusters/impersonate';
import { clusterRefusal } from '../http/clusterRefusal';
import { assertEvidence, connectionOf } from '../http/routes/logs';
import { Viewer } from '../permissions/Viewer';
import { LogRedactor } from '../redaction/LogRedactor';
import { ToolDeps } from './Tool';

const MAX_BYTES = 256 * 1024;
const MAX_TEXT = 64 * 1024;

/** The end of a pod's log, read as the person and with secrets masked. The pod must be evidence of the object. */
export async function readPodLog(
  deps: Pick<ToolDeps, 'index' | 'connection'>,
  row: PlatformResource,
  viewer: Viewer,
  log: {
    pod: string;
    container?: string;
    previous: boolean;
    lines: number;
    signal: AbortSignal;
  },
): Promise<string> {
  assertEvidence(deps, row, log.pod);
  const cluster = connectionOf(deps, row.source);
  const as = impersonate(
    viewer.userRef,
    viewer.groups,
    cluster.impersonationPrefix,
  );
  const namespace = row.namespace ?? '';
  const [place, pod] = [namespace, log.pod].map(encodeURIComponent);
  const answer = await cluster.request({
    path: `/api/v1/namespaces/${place}/pods/${pod}/log`,
    query: {
      container: log.container,
      previous: log.previous || undefined,
      // One more, to know whether there was more.
      tailLines: log.lines + 1,
    },
    accept: 'text/plain, application/json',
    as,
    signal: log.signal,
  });
  if (answer.status !== 200) {
    throw await clusterRefusal(answer, {
      cluster: cluster.name,
      what: `the log of pod ${namespace}/${log.pod}`,
      as,
    });
  }
  const redactor = new LogRedactor();
  let text = '';
  for await (const bytes of answer.stream()) {
    text = (text + redactor.push(bytes)).slice(-MAX_BYTES);
  }
  return (text + redactor.end()).slice(-MAX_BYTES);
}

/** The last lines, and whether there was more before them. */
export function endOfLog(
  text: string,
  lines: number,
): { text: string; truncated: boolean } {
  const all = text.replace(/\n$/, '').split('\n');
  const last = all.slice(-lines).join('\n');
  return {
    text: last.slice(-MAX_TEXT),
    truncated: all.length > lines || last.length > MAX_TEXT,
  };
}
