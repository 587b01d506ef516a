import type { SandboxApi } from '../../types';
import { between, seededRandom } from '../random';
import { SERVICES } from '../refs';
import type {
  SparkApplication,
  SparkApplicationStatus,
} from './SparkApplication';
import {
  LABEL_APP_NAME,
  LABEL_CREATED,
  LABEL_ROLE,
  LABEL_SUBMISSION_ID,
} from './sparkLabels';

const PORT = 4040;
const LONGEST_NAME = 63;

/** The Service of an application's Spark UI, made where it is missing, as the status names it. */
export function ensureWebUi(
  api: SandboxApi,
  app: SparkApplication,
  status: SparkApplicationStatus,
): SparkApplicationStatus['driverInfo'] {
  const { name, namespace, uid } = app.metadata;
  const service = `${name}-ui-svc`.slice(-LONGEST_NAME);
  const random = seededRandom(`${uid}/ui`);
  const existing =
    api.get(SERVICES, namespace, service) ??
    api.create(SERVICES, namespace, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: service,
        labels: {
          [LABEL_APP_NAME]: name,
          [LABEL_CREATED]: 'true',
          ...(status.submissionID
            ? { [LABEL_SUBMISSION_ID]: status.submissionID }
            : {}),
        },
        ownerReferences: [
          {
            apiVersion: app.apiVersion,
            kind: app.kind,
            name,
            uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: {
        type: 'ClusterIP',
        clusterIP: `10.96.${between(random, 0, 255)}.${between(
          random,
          2,
          254,
        )}`,
        ports: [{ name: 'spark-driver-ui-port', port: PORT, targetPort: PORT }],
        selector: { [LABEL_APP_NAME]: name, [LABEL_ROLE]: 'driver' },
      },
    });
  return {
    ...status.driverInfo,
    webUIServiceName: service,
    webUIPort: PORT,
    webUIAddress: `${existing.spec?.clusterIP}:${PORT}`,
  };
}
