import {
  ANNOTATION_CHANGED,
  Finding,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { errorAt } from '../findings';
import { requireRef } from '../requestRef';
import { mayOperate } from '../requirements';
import {
  MOST_RUNS,
  seriesDates,
  seriesDateText,
  SeriesStride,
} from '../series/seriesDates';
import { seriesRunName, seriesWrite } from '../series/seriesRun';
import { SeriesPlan, SeriesStep } from '../series/types';
import {
  atFormFields,
  changedRun,
  dateArgumentOf,
  valueFindings,
} from './changedRun';
import { withoutBranch } from './branch/branchArguments';
import { withDateArgument } from './dateArgument';
import { jobFindings } from './jobFindings';
import { runObject } from './jobObjects';
import { Job, jobOf } from './jobOf';
import { argumentsOf } from './jobRunValues';
import { dateArgumentInput, dateInput, runValuesShape } from './runInput';
import { operatorFindings } from './operatorFindings';
import { rendererOf } from './sparkRenderers';
import { needsOf, roomFor, waitsForRoom } from './seriesRoom';

const input = z.strictObject({
  cluster: z.string().max(253).optional(),
  from: dateInput,
  /** Included. */
  to: dateInput,
  every: z.enum(['hour', 'day', 'week', 'month']).default('day'),
  dateArgument: dateArgumentInput,
  ...runValuesShape,
  parallel: z.number().int().min(1).max(10, 'At most 10 at a time.').default(1),
  onFailure: z.enum(['stop', 'continue']).default('stop'),
});

type Input = z.infer<typeof input>;

/** Runs a job once for each date of a range, so many at a time. One operation, whose steps are the runs. */
export const sparkJobBackfill: OperationDefinition<Input> = {
  id: 'spark-job:backfill',
  title: 'Back-fill',
  requires: [],
  input,
  async plan(values, context) {
    const ref = requireRef(context.request);
    const title = `Back-fill ${ref}`;
    const dates = seriesDates(values.from, values.to, values.every);
    const found = await jobOf(ref, values.cluster, context);
    if ('findings' in found) return refusedPlan(title, found.findings);
    const { job } = found;
    const { entityRef, ownerRef, domainRef } = job;
    const requirements = [
      mayOperate(
        { ownerRef, domainRef, nature: 'run' },
        `back-fill ${entityRef}`,
      ),
    ];
    const dating = dateArgumentOf(values.dateArgument, job);
    const problems = [...rangeFindings(dates, values), ...dating.findings];
    if (problems.length > 0 || !dating.pattern) {
      return { ...refusedPlan(title, problems), requirements };
    }
    await context.authorise(requirements);
    const { series, steps, definition } = seriesOf(
      job,
      values,
      dates,
      dating.pattern,
      context,
    );
    const first = seriesWrite(series, steps[0], context.operationId);
    const about = await jobFindings(first.object, job, context);
    return {
      title: titleOf(job, values.every, steps),
      entityRef,
      subject: `series:${entityRef}`,
      findings: [
        ...valueFindings(values),
        ...withoutBranch(steps[0].arguments ?? []),
        ...waitsForRoom(atFormFields(about, values)),
        ...(await roomFor(first.object, values.parallel, job, context)),
        ...operatorFindings(first.object, job.source, context),
      ],
      requirements,
      checks: [first],
      series,
      steps,
      definition,
      output: { source: job.source, namespace: job.namespace },
    };
  },
};

function rangeFindings(
  dates: readonly Date[],
  { from, to, every }: Input,
): Finding[] {
  if (dates.length === 0) {
    return [
      errorAt(
        'to',
        `The range ends (${to}) before it begins (${from}).`,
        'Both ends belong to it: give the same date twice for one run.',
      ),
    ];
  }
  return dates.length > MOST_RUNS
    ? [
        errorAt(
          'to',
          `That is more than ${MOST_RUNS} runs, one each ${every}.`,
          'Choose a shorter range or a longer step.',
        ),
      ]
    : [];
}

function seriesOf(
  job: Job,
  values: Input,
  dates: readonly Date[],
  pattern: string,
  { actor, now, operationId }: PlanContext,
): {
  series: SeriesPlan;
  steps: SeriesStep[];
  definition: { hash: string; yaml: string };
} {
  const plain = runObject(job, { actor: actor.userRef, now });
  const base = values.arguments ?? argumentsOf(plain);
  const { arguments: given, driver, executor } = values;
  // The definition shows where the date stands: all runs have the same one.
  const changed = changedRun(
    plain,
    { arguments: [...base, pattern], driver, executor, date: '{date}' },
    job,
  )!;
  const words = [
    ...(given ? ['arguments'] : []),
    ...changed.changed.split(', ').slice(2),
  ];
  const { metadata } = changed.object;
  const template = {
    ...changed.object,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [ANNOTATION_CHANGED]: ['date', ...words].join(', '),
      },
    },
  };
  return {
    definition: changed.definition,
    series: {
      source: job.source,
      template,
      argumentsAt: rendererOf(plain).argumentsAt,
      needs: needsOf(template),
      parallel: values.parallel,
      onFailure: values.onFailure,
    },
    steps: dates.map(date => {
      const text = seriesDateText(date, values.every);
      return {
        id: `run-${text}`,
        verb: 'run',
        title: `Run of ${text}`,
        name: seriesRunName(job.name, text, operationId),
        date: text,
        arguments: withDateArgument(base, pattern, date),
      };
    }),
  };
}

function titleOf(
  { name }: Job,
  every: SeriesStride,
  steps: readonly SeriesStep[],
): string {
  const first = steps[0].date;
  const last = steps[steps.length - 1].date;
  return steps.length === 1
    ? `Back-fill ${name} for ${first}`
    : `Back-fill ${name} from ${first} to ${last}: ${steps.length} runs, one each ${every}`;
}
