import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { PodValues, RunValues } from '../../integrations/spark/runValues';
import { rendererOf } from './sparkRenderers';

/** The arguments that a run has. */
export function argumentsOf(run: KubernetesManifest): string[] {
  const found = rendererOf(run).argumentsAt.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    run,
  );
  return Array.isArray(found) ? found.map(String) : [];
}

/** What a run has other than its definition, with what that comes from. */
export interface ChangedValues extends RunValues {
  date?: string;
  /** Name of the data branch. */
  branch?: string;
}

/** What differs from the definition, in short words for a list of runs: `arguments, executor memory`. */
export function changedWords(values: ChangedValues): string | undefined {
  const words = [
    ...(values.branch ? [`branch ${values.branch}`] : []),
    ...(values.date ? [`date ${values.date}`] : []),
    ...(values.arguments ? ['arguments'] : []),
    ...sizeWords('driver', values.driver),
    ...sizeWords('executor', values.executor),
    ...(values.executor?.instances === undefined
      ? []
      : ['number of executors']),
  ];
  return words.length > 0 ? words.join(', ') : undefined;
}

function sizeWords(role: string, size: PodValues = {}): string[] {
  return [
    ...(size.cores === undefined ? [] : [`${role} cores`]),
    ...(size.memory ? [`${role} memory`] : []),
    ...(size.memoryOverhead ? [`${role} memory overhead`] : []),
  ];
}

const IN_FIELD = /^spec\.(driver|executor)\.(\w+)/;
const IN_CONF =
  /^spec\.sparkConf(?:\.|\[")spark\.(driver|executor)\.(cores|memory|memoryOverhead|instances)/;

/**
 * The field of the form that a path of the manifest comes from; the path itself where the person gave no such value, for
 * then the definition is at fault.
 */
export function fieldOfPath(
  path: string | undefined,
  values: RunValues,
): string | undefined {
  if (!path) return path;
  if (/^spec\.(arguments|driverArgs)\b/.test(path)) {
    return values.arguments ? 'arguments' : path;
  }
  const [, role, name] = IN_CONF.exec(path) ?? IN_FIELD.exec(path) ?? [];
  const given = role
    ? (values[role as 'driver' | 'executor'] as Record<string, unknown>)
    : undefined;
  if (given?.[name] !== undefined) return `${role}.${name}`;
  const whole = /^spec\.(driver|executor)$/.exec(path)?.[1];
  return whole && values[whole as 'driver' | 'executor'] ? whole : path;
}
