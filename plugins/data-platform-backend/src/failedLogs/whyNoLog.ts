export const NO_DRIVER =
  'No driver pod was ever seen of this run, so there is no log of it.';
export const REMADE =
  'The pod was deleted and made again for the next attempt before its log could be read; the log of the first is lost on the cluster too.';
export const TOO_MANY =
  'So many runs failed at once on this cluster that the portal could not read the log of each in time.';

/**
 * Why a failed run has no kept log: one or two sentences.
 * @param status - what the server said; undefined where it did not answer
 */
export function whyNoLog(
  status: number | undefined,
  { cluster, namespace }: { cluster: string; namespace: string },
): string {
  switch (status) {
    case undefined:
      return `Cluster ${cluster} did not answer in time when the portal asked for the log.`;
    case 200:
      return 'The driver wrote nothing.';
    case 204:
      return 'The driver never got a node, so it has no log.';
    case 400:
      return 'The container of the driver never started, so it has no log.';
    case 401:
    case 403:
      return `The portal's account may not read logs in namespace ${namespace} of cluster ${cluster}: it lacks "get" on "pods/log". A cluster administrator grants it with examples/rbac/opt-in/portal-logs-and-numbers.yaml.`;
    case 404:
      return 'The pod of the driver was gone before its log could be read.';
    default:
      return `Cluster ${cluster} could not give the log (HTTP ${status}).`;
  }
}
