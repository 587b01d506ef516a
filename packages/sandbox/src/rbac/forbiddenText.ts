import { forbidden, refusal } from '../errors/status';
import { StatusError } from '../types';
import { Attributes } from './Attributes';

/** The 403 of k8s.io/apiserver's responsewriters.ForbiddenStatusError. */
export function refuse(
  user: string,
  asked: Attributes,
  addition = '',
): StatusError {
  const tail = addition ? `: ${addition}` : '';
  if ('path' in asked) {
    return refusal({
      code: 403,
      reason: 'Forbidden',
      message: `forbidden: User "${user}" cannot ${asked.verb} path "${asked.path}"${tail}`,
      details: {},
    });
  }
  const { verb, group, resource, subresource, name, namespace } = asked;
  const full = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return forbidden(
    { group, kind: resource, name },
    `User "${user}" cannot ${verb} resource "${full}" in API group "${group}" ${where}${tail}`,
  );
}
