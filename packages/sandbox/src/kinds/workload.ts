import { FieldError, invalidValue, required } from '../errors/FieldError';
import { KindRules } from '../resources/ResourceType';
import { KubeObject } from '../types';

/** Deployments, ReplicaSets and StatefulSets: one replica where none is stated, and labels that the selector finds. */
export const workloadRules: KindRules = {
  prepare(workload) {
    workload.spec ??= {};
    workload.spec.replicas ??= 1;
  },
  validate(workload: KubeObject) {
    const { replicas, selector, template } = workload.spec;
    const errors: FieldError[] = [];
    if (replicas < 0) {
      errors.push(
        invalidValue(
          'spec.replicas',
          replicas,
          'must be greater than or equal to 0',
        ),
      );
    }
    if (!selector) errors.push(required('spec.selector'));
    const labels = template?.metadata?.labels ?? {};
    const missed = Object.entries(selector?.matchLabels ?? {}).some(
      ([key, value]) => labels[key] !== value,
    );
    if (missed) {
      errors.push(
        invalidValue(
          'spec.template.metadata.labels',
          labels,
          '`selector` does not match template `labels`',
        ),
      );
    }
    return errors;
  },
};
