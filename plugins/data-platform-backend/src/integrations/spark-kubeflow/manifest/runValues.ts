import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { isRecord } from '../../values/field';
import { PodValues, RunValues } from '../../spark/runValues';

/** Where the arguments of the application stand in a run. */
export const ARGUMENTS_AT = ['spec', 'arguments'] as const;

/** A run with some values of its own. The run that is given stays as it is. */
export function withRunValues(
  run: KubernetesManifest,
  values: RunValues,
): KubernetesManifest {
  const spec = isRecord(run.spec) ? structuredClone(run.spec) : {};
  const { instances, ...size } = values.executor ?? {};
  setSize(spec, 'driver', values.driver);
  setSize(spec, 'executor', size);
  if (values.arguments) spec.arguments = [...values.arguments];
  if (instances !== undefined) {
    spec.executor = { ...partOf(spec, 'executor'), instances };
    // A number that a person asks for is meant: with dynamic allocation it would be where it begins.
    if (isRecord(spec.dynamicAllocation)) {
      spec.dynamicAllocation = { ...spec.dynamicAllocation, enabled: false };
    }
  }
  return { ...run, spec };
}

function setSize(
  spec: Record<string, unknown>,
  role: 'driver' | 'executor',
  { cores, memory, memoryOverhead }: PodValues = {},
): void {
  if (cores === undefined && !memory && !memoryOverhead) return;
  const part = partOf(spec, role);
  if (cores !== undefined) {
    part.cores = cores;
    // They outrank cores, and were chosen for another number of them.
    delete part.coreRequest;
    delete part.coreLimit;
  }
  if (memory) part.memory = memory;
  if (memoryOverhead) part.memoryOverhead = memoryOverhead;
  spec[role] = part;
}

function partOf(
  spec: Record<string, unknown>,
  role: string,
): Record<string, unknown> {
  const part = spec[role];
  return isRecord(part) ? { ...part } : {};
}
