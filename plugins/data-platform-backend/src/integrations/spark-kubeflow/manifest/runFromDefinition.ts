import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { entriesAt, isRecord } from '../model/field';
import { SPARK_API_VERSION, SPARK_APPLICATION } from '../names';
import { definitionSpec } from './definitionSpec';

export interface RunIdentity {
  /** Of the run; see `runName`. */
  name: string;
  namespace?: string;
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
}

/**
 * The object of one run of a definition: a SparkApplication with its own name, whatever kind the definition has. Labels of the
 * definition go on to it, annotations do not. It does not carry the label of the schedule: the operator would count it as a run
 * of its own, and replace or trim it.
 */
export function runFromDefinition(
  definition: unknown,
  identity: RunIdentity,
): KubernetesManifest {
  const { spec } = definitionSpec(definition);
  const labels = {
    ...textEntries(definition, 'metadata', 'labels'),
    ...identity.labels,
  };
  return {
    apiVersion: SPARK_API_VERSION,
    kind: SPARK_APPLICATION,
    metadata: {
      name: identity.name,
      ...(identity.namespace && { namespace: identity.namespace }),
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(identity.annotations && { annotations: { ...identity.annotations } }),
    },
    spec: runSpec(spec),
  };
}

/** A copy of a specification that starts when it is created. */
export function runSpec(spec: unknown): Record<string, unknown> {
  const copy = isRecord(spec) ? structuredClone(spec) : {};
  delete copy.suspend;
  return copy;
}

/** Own entries whose value is text. */
export function textEntries(
  value: unknown,
  ...path: readonly string[]
): Record<string, string> {
  return Object.fromEntries(
    entriesAt(value, ...path).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[0] !== '__proto__',
    ),
  );
}
