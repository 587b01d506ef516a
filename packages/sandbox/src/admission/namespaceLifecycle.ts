import { forbidden, notFound } from '../errors/status';
import { AdmissionRequest } from './AdmissionRequest';

const PROTECTED = ['default', 'kube-system', 'kube-public'];

/** Objects are made in namespaces that exist and are not ending; some namespaces never end (plugin/namespace/lifecycle). */
export function admitNamespaceLifecycle(request: AdmissionRequest): void {
  const { operation, resource, namespace, namespaceObject, name } = request;
  if (resource.plural === 'namespaces' && resource.group === '') {
    if (operation === 'DELETE' && PROTECTED.includes(name)) {
      throw forbidden(
        { group: '', kind: 'namespaces', name },
        'this namespace may not be deleted',
      );
    }
    return;
  }
  if (operation !== 'CREATE' || namespace === undefined) return;
  if (!namespaceObject) {
    throw notFound({ group: '', kind: 'namespaces', name: namespace });
  }
  if (namespaceObject.metadata.deletionTimestamp) {
    throw forbidden(
      { group: resource.group, kind: resource.plural, name },
      `unable to create new content in namespace ${namespace} because it is being terminated`,
      [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    );
  }
}
