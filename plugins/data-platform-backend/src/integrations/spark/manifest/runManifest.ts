import {
  ANNOTATION_CHANGED,
  ANNOTATION_DEFINITION,
  ANNOTATION_ENTITY_REF,
  ANNOTATION_RUN_DATE,
  LABEL_SERIES,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { entriesAt, field, isRecord, textAt } from '../../values/field';
import { SPARK_APPLICATION } from '../names';

export interface RunIdentity {
  /** Of the run; see `runName`. */
  name: string;
  namespace?: string;
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
}

/** Annotations that stay true of a second run. */
const KEPT_ANNOTATIONS = [
  ANNOTATION_ENTITY_REF,
  ANNOTATION_DEFINITION,
  ANNOTATION_CHANGED,
  ANNOTATION_RUN_DATE,
];

/**
 * The object of one run: a specification under a name of its own. Labels of the definition go on to it, annotations do not.
 * @param definition - what the labels are taken from
 */
export function runManifest(
  apiVersion: string,
  definition: unknown,
  spec: unknown,
  identity: RunIdentity,
): KubernetesManifest {
  const labels = {
    ...textEntries(definition, 'metadata', 'labels'),
    ...identity.labels,
  };
  return {
    apiVersion,
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

/**
 * The same run once more: the specification of a live object under a new name, without what the server and the operator
 * wrote.
 * @param options.dropLabels - labels that would make an operator take it for one of its own
 */
export function rerunManifest(
  live: unknown,
  options: {
    apiVersion: string;
    name: string;
    dropLabels?: readonly string[];
  },
): KubernetesManifest {
  const namespace = textAt(live, 'metadata', 'namespace');
  const labels = textEntries(live, 'metadata', 'labels');
  // A series counts its own runs; this one is nobody's step.
  for (const label of [LABEL_SERIES, ...(options.dropLabels ?? [])]) {
    delete labels[label];
  }
  const annotations = Object.fromEntries(
    Object.entries(textEntries(live, 'metadata', 'annotations')).filter(
      ([key]) => KEPT_ANNOTATIONS.includes(key),
    ),
  );
  return {
    apiVersion: options.apiVersion,
    kind: SPARK_APPLICATION,
    metadata: {
      name: options.name,
      ...(namespace && { namespace }),
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: runSpec(field(live, 'spec')),
  };
}

/** A copy of a specification that starts when it is created. */
function runSpec(spec: unknown): Record<string, unknown> {
  const copy = isRecord(spec) ? structuredClone(spec) : {};
  delete copy.suspend;
  return copy;
}

/** Own entries whose value is text. */
function textEntries(
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
