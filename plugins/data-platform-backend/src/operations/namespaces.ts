import { ClusterStep, PlannedStep } from './definition';

/** The namespace that a write happens in; undefined for cluster-scoped objects. */
export function namespaceOf(step: ClusterStep): string | undefined {
  return step.verb === 'create'
    ? step.object.metadata.namespace
    : step.target.namespace;
}

/** Whether a step is a write to a cluster. */
export function isClusterStep(step: PlannedStep): step is ClusterStep {
  return !['register', 'unregister', 'run', 'cancel', 'call'].includes(
    step.verb,
  );
}

/** The step of the plan that makes the namespace which this step writes in, if there is one. */
export function birthOf(
  step: PlannedStep,
  steps: readonly PlannedStep[],
): ClusterStep | undefined {
  if (!isClusterStep(step)) return undefined;
  const namespace = namespaceOf(step);
  if (!namespace) return undefined;
  return steps
    .filter(isClusterStep)
    .find(
      each =>
        each.verb === 'create' &&
        each.source === step.source &&
        each.object.kind === 'Namespace' &&
        each.object.metadata.name === namespace,
    );
}
