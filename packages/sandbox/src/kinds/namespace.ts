import { invalidValue } from '../errors/FieldError';
import { KindRules } from '../resources/ResourceType';

const LEVELS = ['privileged', 'baseline', 'restricted'];

export const namespaceRules: KindRules = {
  prepare(object, old) {
    const { metadata } = object;
    metadata.labels = {
      'kubernetes.io/metadata.name': metadata.name,
      ...metadata.labels,
    };
    if (old) {
      // The finalizers of a namespace change through its subresource `finalize` alone.
      object.spec = old.spec;
    } else {
      object.spec = { finalizers: ['kubernetes'] };
      object.status = { phase: 'Active' };
    }
  },
  validate(object) {
    const labels: Record<string, string> = object.metadata.labels ?? {};
    return ['enforce', 'audit', 'warn'].flatMap(mode => {
      const label = `pod-security.kubernetes.io/${mode}`;
      const level = labels[label];
      if (level === undefined || LEVELS.includes(level)) return [];
      return [
        invalidValue(
          `metadata.labels[${label}]`,
          level,
          `must be one of ${LEVELS.join(', ')}`,
        ),
      ];
    });
  },
};
