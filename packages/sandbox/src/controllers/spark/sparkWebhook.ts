import { isDeepStrictEqual } from 'node:util';
import type { AdmissionRequest } from '../../admission/AdmissionRequest';
import { StatusError } from '../../types';

const WEBHOOK = 'sparkoperator-k8s-io-v1beta2';
const NAME = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const LONGEST_NAME = 63;

const MANAGED = 'this value is managed by the operator';
const CREDENTIALS = 'authentication credentials are managed by the operator';
const ACCOUNT = 'configure the service account via the CRD spec instead';
const IMAGE = 'use the image field on the CRD instead';
const AUTHENTICATE = 'spark.kubernetes.authenticate';

/** Configuration that the operator keeps to itself, and what to do instead. */
const DENIED: ReadonlyMap<string, string> = new Map([
  [`${AUTHENTICATE}.driver.serviceAccountName`, ACCOUNT],
  [`${AUTHENTICATE}.executor.serviceAccountName`, ACCOUNT],
  ...['', '.driver', '.executor'].flatMap((role): [string, string][] => [
    [`${AUTHENTICATE}${role}.oauthToken`, CREDENTIALS],
    [`${AUTHENTICATE}${role}.oauthTokenFile`, CREDENTIALS],
    [`spark.kubernetes${role}.container.image`, IMAGE],
  ]),
  ['spark.master', MANAGED],
  ['spark.kubernetes.driver.master', MANAGED],
]);

function nameFault(kind: string, name: string): string | undefined {
  const faults: string[] = [];
  if (name.length > LONGEST_NAME) {
    faults.push(`must be no more than ${LONGEST_NAME} characters`);
  }
  if (!NAME.test(name)) {
    faults.push(
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
    );
  }
  return faults.length > 0
    ? `invalid ${kind} name "${name}": ${faults.join(', ')}`
    : undefined;
}

function configurationFault(
  configuration: Record<string, string>,
  namespace: string,
): string | undefined {
  for (const [key, value] of Object.entries(configuration)) {
    const remedy = DENIED.get(key);
    if (remedy) return `sparkConf key "${key}" is not allowed: ${remedy}`;
    if (key === 'spark.kubernetes.namespace' && value !== namespace) {
      return `sparkConf key "${key}" is not allowed: must equal the application namespace "${namespace}", got "${value}"`;
    }
  }
  return undefined;
}

function applicationFault(
  spec: Record<string, any>,
  namespace: string,
): string | undefined {
  const { driver, executor, nodeSelector } = spec;
  if (
    (driver?.template || executor?.template) &&
    /^[0-2]\./.test(spec.sparkVersion ?? '')
  ) {
    return 'pod template feature requires Spark version 3.0.0 or higher';
  }
  if (nodeSelector && (driver?.nodeSelector || executor?.nodeSelector)) {
    return 'node selector cannot be defined at both SparkApplication and Driver/Executor';
  }
  return configurationFault(spec.sparkConf ?? {}, namespace);
}

/**
 * The validating webhook of Kubeflow's operator 2.5: names, configuration that is the operator's own, node selectors. An
 * update that leaves the spec alone is not judged again.
 *
 * @throws StatusError 403, in the words in which the API server passes on a webhook's denial.
 */
export function sparkWebhook(request: AdmissionRequest): void {
  const { operation, resource, subresource, object, oldObject } = request;
  if (resource.group !== 'sparkoperator.k8s.io' || subresource) return;
  if (operation === 'DELETE' || !object) return;
  if (
    operation === 'UPDATE' &&
    isDeepStrictEqual(object.spec, oldObject?.spec)
  ) {
    return;
  }
  const namespace = request.namespace ?? '';
  const fault =
    nameFault(resource.kind, request.name) ??
    (resource.plural === 'sparkapplications'
      ? applicationFault(object.spec ?? {}, namespace)
      : configurationFault(object.spec?.template?.sparkConf ?? {}, namespace));
  if (fault === undefined) return;
  const webhook = `validate-${WEBHOOK}-${resource.kind.toLowerCase()}.sparkoperator.k8s.io`;
  throw new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `admission webhook "${webhook}" denied the request: ${fault}`,
    reason: 'Forbidden',
    code: 403,
  });
}
