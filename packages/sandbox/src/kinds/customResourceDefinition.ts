import { FieldError, invalidValue, required } from '../errors/FieldError';
import { KindRules } from '../resources/ResourceType';

export const crdRules: KindRules = {
  prepare(crd) {
    const names = crd.spec?.names;
    if (names?.kind) {
      names.singular ??= names.kind.toLowerCase();
      names.listKind ??= `${names.kind}List`;
    }
  },
  validate(crd) {
    const { spec = {}, metadata } = crd;
    const errors: FieldError[] = [];
    if (!spec.group) errors.push(required('spec.group'));
    if (!spec.names?.plural) errors.push(required('spec.names.plural'));
    if (!spec.names?.kind) errors.push(required('spec.names.kind'));
    if (!['Namespaced', 'Cluster'].includes(spec.scope)) {
      errors.push(required('spec.scope'));
    }
    const storage = (spec.versions ?? []).filter(
      (version: { storage?: boolean }) => version.storage,
    );
    if (storage.length !== 1) {
      errors.push(
        invalidValue(
          'spec.versions',
          storage.length,
          'must have exactly one version marked as storage version',
        ),
      );
    }
    const name = `${spec.names?.plural}.${spec.group}`;
    if (errors.length === 0 && metadata.name !== name) {
      errors.push(
        invalidValue(
          'metadata.name',
          metadata.name,
          'must be spec.names.plural+"."+spec.group',
        ),
      );
    }
    return errors;
  },
};
