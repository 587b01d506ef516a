import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import { list, record, text, texts } from '../../sources/fields';

export type PodDefaultOption = NotebookOptions['podDefaults'][number];

/**
 * The PodDefaults of a namespace that a person can choose: with the labels a pod needs for it. One whose selector cannot be
 * met by setting labels is left out.
 * @see kubeflow/dashboard, poddefaults-webhooks
 */
export function podDefaultOptions(
  objects: readonly unknown[],
): PodDefaultOption[] {
  return objects
    .flatMap(raw => {
      const object = record(raw);
      const spec = record(object.spec);
      const name = text(record(object.metadata).name);
      const labels = labelsFor(spec.selector);
      return name && labels
        ? [{ name, title: text(spec.desc) ?? name, labels }]
        : [];
    })
    .sort((a, b) => a.title.localeCompare(b.title));
}

function labelsFor(selector: unknown): Record<string, string> | undefined {
  const { matchLabels, matchExpressions } = record(selector);
  const labels = texts(matchLabels);
  for (const raw of list(matchExpressions)) {
    const { key, operator, values } = record(raw);
    const name = text(key);
    if (!name) return undefined;
    if (operator === 'Exists') {
      labels[name] ??= 'true';
    } else if (operator === 'In') {
      const first = list(values).find(each => typeof each === 'string');
      if (typeof first !== 'string') return undefined;
      labels[name] ??= first;
    }
  }
  return Object.keys(labels).length > 0 ? labels : undefined;
}
