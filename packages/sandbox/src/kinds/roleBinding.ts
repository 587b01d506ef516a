import {
  FieldError,
  invalidValue,
  notSupported,
  required,
} from '../errors/FieldError';
import { sameJson } from '../json/sameJson';
import { KindRules } from '../resources/ResourceType';
import { KubeObject } from '../types';

const GROUP = 'rbac.authorization.k8s.io';

/** Roles that a binding may name: a cluster role binding has no namespace to find a Role in. */
function bindable(object: KubeObject): string[] {
  return object.kind === 'ClusterRoleBinding'
    ? ['ClusterRole']
    : ['Role', 'ClusterRole'];
}

export const roleBindingRules: KindRules = {
  prepare(object) {
    object.roleRef ??= {};
    object.roleRef.apiGroup ??= GROUP;
    for (const subject of object.subjects ?? []) {
      if (subject.kind !== 'ServiceAccount') subject.apiGroup ??= GROUP;
    }
  },
  validate(object, old) {
    const errors: FieldError[] = [];
    const { roleRef } = object;
    if (!bindable(object).includes(roleRef.kind)) {
      errors.push(notSupported('roleRef.kind', roleRef.kind, bindable(object)));
    }
    if (!roleRef.name) errors.push(required('roleRef.name'));
    (object.subjects ?? []).forEach(
      (subject: Record<string, string>, index: number) => {
        errors.push(...validateSubject(subject, `subjects[${index}]`));
      },
    );
    if (old && !sameJson(old.roleRef, roleRef)) {
      const { apiGroup: APIGroup, kind: Kind, name: Name } = roleRef;
      errors.push(
        invalidValue(
          'roleRef',
          { APIGroup, Kind, Name },
          'cannot change roleRef',
        ),
      );
    }
    return errors;
  },
};

function validateSubject(
  subject: Record<string, string>,
  at: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!subject.name) errors.push(required(`${at}.name`));
  if (subject.kind === 'ServiceAccount') {
    if (!subject.namespace) errors.push(required(`${at}.namespace`));
  } else if (subject.kind !== 'User' && subject.kind !== 'Group') {
    errors.push(
      notSupported(`${at}.kind`, subject.kind, [
        'ServiceAccount',
        'User',
        'Group',
      ]),
    );
  }
  return errors;
}
