import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { RunTarget } from '@millrace/backstage-plugin-data-platform-node';

/** Whether pods reach the data is not known here: only pods could tell. What would keep them from it is said. */
export function reachFindings(
  { endpoint }: Pick<RunTarget, 'endpoint'>,
  place: { source: string; namespace: string },
  egressPorts: readonly number[],
): Finding[] {
  if (!endpoint) return [];
  const { host, port } = endpoint;
  const unknown: Finding = {
    level: 'info',
    field: 'branch',
    message: `Whether pods of cluster ${place.source} reach ${host}:${port} is not known: the portal cannot look from there. If they do not, the run fails with an error of the connection.`,
  };
  if (egressPorts.includes(port)) return [unknown];
  return [
    unknown,
    {
      level: 'warning',
      field: 'branch',
      message: `The network policies that the portal gives to namespaces let pods reach the ports ${egressPorts.join(
        ', ',
      )}, and ${host} is asked on port ${port}.`,
      remedy: `If namespace ${place.namespace} has them, the platform team adds ${port} to dataPlatform.operations.egressPorts, or a policy of its own.`,
    },
  ];
}
