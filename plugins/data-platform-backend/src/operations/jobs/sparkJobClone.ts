import {
  ANNOTATION_DATE_ARGUMENT,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-common';
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { specRef } from '../belonging';
import { OperationDefinition, PlannedStep, refusedPlan } from '../definition';
import { entityName } from '../entityName';
import { errorAt } from '../findings';
import { requireRef } from '../requestRef';
import { mayRegister } from '../requirements';
import { isSchedule, runObject } from './jobObjects';
import { Job, jobOf } from './jobOf';
import { rendererOf } from './sparkRenderers';
import { runValuesShape } from './runInput';
import { sparkJobCreate } from './sparkJobCreate';

const input = z.strictObject({
  name: entityName('job'),
  title: z.string().trim().min(1).max(80).optional(),
  description: z.string().trim().max(500).optional(),
  /** Default: the data product of the original. */
  product: z.string().min(1).max(200).optional(),
  arguments: runValuesShape.arguments,
  /** Default: the copy runs when somebody runs it. */
  keepSchedule: z.boolean().default(false),
});

type Input = z.infer<typeof input>;

/** Registers a new job with the definition of another. The original and its runs stay as they are. */
export const sparkJobClone: OperationDefinition<Input> = {
  id: 'spark-job:clone',
  title: 'Clone',
  requires: [mayRegister],
  input,
  async plan(values, context) {
    const ref = requireRef(context.request);
    const title = `Clone ${refTitle(ref)} as ${values.name}`;
    const found = await jobOf(ref, undefined, context);
    if ('findings' in found) return refusedPlan(title, found.findings);
    const { job } = found;
    const own = specRef(job.entity, 'system', 'system');
    const product = values.product ?? own;
    if (!product) {
      return refusedPlan(title, [
        errorAt('product', `${ref} belongs to no data product.`, 'Choose one.'),
      ]);
    }
    const planned = await sparkJobCreate.plan(
      {
        name: values.name,
        title: values.title,
        description: values.description ?? job.entity.metadata.description,
        product,
        from: 'manifest',
        manifest: clonedText(job, values, product !== own),
        cluster: product === own ? job.source : undefined,
      },
      context,
    );
    const pattern = job.entity.metadata.annotations?.[ANNOTATION_DATE_ARGUMENT];
    return {
      ...planned,
      title,
      steps: planned.steps.map(step => withDateArgument(step, pattern)),
    };
  },
};

/** The definition under its new name. Where nothing else changes, comments and order stay as they were written. */
function clonedText(job: Job, values: Input, moves: boolean): string {
  const scheduled = isSchedule(job.manifest);
  if (scheduled && !values.keepSchedule) return unscheduled(job, values);
  const document = parseDocument(job.text);
  document.setIn(['metadata', 'name'], values.name);
  if (moves) document.deleteIn(['metadata', 'namespace']);
  if (values.arguments) {
    const [, ...path] = rendererOf(job.manifest).argumentsAt;
    document.setIn(
      ['spec', ...(scheduled ? ['template'] : []), ...path],
      values.arguments,
    );
  }
  return document.toString({ lineWidth: 0 });
}

/** What one run of a schedule is. */
function unscheduled(job: Job, values: Input): string {
  const { labels } = job.manifest.metadata;
  const plain = runObject(job, { actor: '', now: 0 });
  const run = rendererOf(plain).withRunValues(plain, {
    arguments: values.arguments,
  });
  return stringify(
    {
      ...run,
      metadata: { name: values.name, ...(labels && { labels }) },
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

function withDateArgument(
  step: PlannedStep,
  pattern: string | undefined,
): PlannedStep {
  if (step.verb !== 'register' || !pattern) return step;
  const { entity } = step;
  return {
    ...step,
    entity: {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [ANNOTATION_DATE_ARGUMENT]: pattern,
        },
      },
    },
  };
}
