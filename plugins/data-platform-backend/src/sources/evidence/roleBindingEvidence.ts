import { LABEL_ROLE } from '@millrace/backstage-plugin-data-platform-common';
import { list, record, text } from '../fields';
import { RoleBindingEvidence } from '../types';

/** Reduces a role binding of ours to the groups it is for. */
export function roleBindingEvidence(
  raw: unknown,
): RoleBindingEvidence | undefined {
  const binding = record(raw);
  const meta = record(binding.metadata);
  const name = text(meta.name);
  const namespace = text(meta.namespace);
  const role = text(record(meta.labels)[LABEL_ROLE]);
  if (!name || !namespace || !role) {
    return undefined;
  }
  return {
    name,
    namespace,
    role,
    groups: list(binding.subjects).flatMap(each => {
      const subject = record(each);
      return subject.kind === 'Group' ? text(subject.name) ?? [] : [];
    }),
  };
}
