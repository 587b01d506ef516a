import { forbidden } from '../errors/status';
import { AdmissionRequest } from './AdmissionRequest';

/** Gives a pod its service account, and refuses it while that account does not exist (plugin/pkg/admission/serviceaccount). */
export function admitServiceAccount(
  request: AdmissionRequest,
  exists: (namespace: string, name: string) => boolean,
): void {
  const { operation, resource, object, namespace } = request;
  if (operation !== 'CREATE' || resource.plural !== 'pods' || resource.group) {
    return;
  }
  const { spec } = object!;
  spec.serviceAccountName ??= 'default';
  spec.serviceAccount = spec.serviceAccountName;
  const account = spec.serviceAccountName;
  if (!exists(namespace!, account)) {
    throw forbidden(
      { group: '', kind: 'pods', name: request.name },
      `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`,
    );
  }
}
