import { createHash } from 'node:crypto';
import {
  ANNOTATION_RUN_DATE,
  LABEL_SERIES,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';
import { ClusterStep } from '../definition';
import { marked } from '../performStep';
import { SeriesPlan, SeriesStep } from './types';

/** Room for the shortest limit: an Apache run's name and its attempt make the application's id. */
const NAME_MAX = 44;

/** Name of the run of a date. The same series gives the same date the same name, and no other series does. */
export function seriesRunName(
  job: string,
  date: string,
  operationId: string,
): string {
  const day = date
    .toLowerCase()
    .replace(/:00:00z$/, '')
    .replace(/[^0-9t]/g, '');
  const hash = createHash('sha256')
    .update(operationId)
    .digest('hex')
    .slice(0, 6);
  const suffix = `${day}-${hash}`;
  const room = NAME_MAX - suffix.length - 1;
  return `${job.slice(0, room).replace(/-+$/, '')}-${suffix}`;
}

/** The write that starts one run of a series. */
export function seriesWrite(
  series: SeriesPlan,
  step: SeriesStep,
  operationId: string,
): ClusterStep & { verb: 'create' } {
  const { template, source } = series;
  const { metadata } = template;
  const object: KubernetesManifest = structuredClone({
    ...template,
    metadata: {
      ...metadata,
      name: step.name,
      labels: { ...metadata.labels, [LABEL_SERIES]: operationId },
      annotations: {
        ...metadata.annotations,
        [ANNOTATION_RUN_DATE]: step.date,
      },
    },
  });
  if (step.arguments) setAt(object, series.argumentsAt, [...step.arguments]);
  return {
    id: step.id,
    title: step.title,
    verb: 'create',
    source,
    object: marked(object, operationId),
  };
}

function setAt(
  object: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
): void {
  const [key, ...rest] = path;
  if (rest.length === 0) {
    object[key] = value;
    return;
  }
  const inner = { ...(object[key] as Record<string, unknown> | undefined) };
  object[key] = inner;
  setAt(inner, rest, value);
}
