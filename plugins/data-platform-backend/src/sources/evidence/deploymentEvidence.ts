import { list, record, text, texts, integer, time } from '../fields';
import { DeploymentEvidence } from '../types';

/** Label that charts give the name of an application. */
export const APP_LABEL = 'app.kubernetes.io/name';
/** What others call themselves by. */
const OLD_APP_LABEL = 'app';
const COMPONENT_LABEL = 'app.kubernetes.io/component';

/** Reduces a Deployment to whether it is there to work. Its pod template never enters memory. */
export function deploymentEvidence(
  raw: unknown,
): DeploymentEvidence | undefined {
  const deployment = record(raw);
  const meta = record(deployment.metadata);
  const labels = texts(meta.labels);
  const name = text(meta.name);
  const namespace = text(meta.namespace);
  const app = labels[APP_LABEL] ?? labels[OLD_APP_LABEL];
  if (!name || !namespace || !app) {
    return undefined;
  }
  const status = record(deployment.status);
  const component = labels[COMPONENT_LABEL];
  const unavailableSince = list(status.conditions)
    .map(record)
    .filter(({ type, status: is }) => type === 'Available' && is === 'False')
    .map(({ lastTransitionTime }) => time(lastTransitionTime))[0];
  return {
    name,
    namespace,
    app,
    ...(component && { component }),
    wanted: integer(record(deployment.spec).replicas) ?? 1,
    available: integer(status.availableReplicas) ?? 0,
    ...(unavailableSince !== undefined && { unavailableSince }),
  };
}
