import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import {
  AssessContext,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { merge, sampleContext } from '../../__testUtils__/sampleParts';

/** One state of an object with its evidence. Read from the YAML files in `__fixtures__`; the verdicts expected stand in `expected/` there. */
export interface Sample {
  title: string;
  object: KubernetesObject;
  context: AssessContext;
}

export const SAMPLE_FILES = {
  SparkApplication: ['starting', 'running', 'failed', 'terminated'],
  SparkCluster: ['cluster'],
} as const;

/** What each version of each kind counts. */
const COUNTERS: Readonly<Record<string, readonly string[]>> = {
  'SparkApplication v1': [
    'id',
    'restartCounter',
    'failureRestartCounter',
    'schedulingFailureRestartCounter',
  ],
  'SparkApplication v1beta1': ['id'],
  'SparkCluster v1': ['id', 'restartCounter'],
};

/** All samples of a kind. States, pods and events are written in short there and completed here. */
export function samplesOf(kind: keyof typeof SAMPLE_FILES): readonly Sample[] {
  return SAMPLE_FILES[kind].flatMap(file => {
    const text = readFileSync(
      resolve(__dirname, `../__fixtures__/${file}.yaml`),
      'utf8',
    );
    const { base, samples } = parse(text);
    return samples.map((sample: any) => complete(kind, base, sample));
  });
}

function complete(kind: string, base: any, sample: any): Sample {
  const context = sample.context ?? {};
  const { version = 'v1', ...object } = merge(base, sample.object ?? {});
  const appId = `orders-daily-${sample.attempt?.id ?? 0}`;
  return {
    title: sample.title,
    object: {
      apiVersion: `spark.apache.org/${version}`,
      kind,
      ...object,
      ...(sample.states && {
        status: statusOf(sample, COUNTERS[`${kind} ${version}`]),
      }),
    },
    context: sampleContext(object, context, short => ({
      'spark-role': short.role,
      ...(kind === 'SparkApplication'
        ? {
            'spark.operator/spark-app-name': 'orders-daily',
            'spark-app-selector': short.app ?? appId,
          }
        : { 'spark.operator/spark-cluster-name': 'adhoc' }),
    })),
  };
}

/** `states: [Submitted 11:40:00, ...]`, oldest first; `end` has what the operator wrote about the one that tells the end. */
function statusOf(sample: any, counters: readonly string[]) {
  const { states, previous, attempt = {} } = sample;
  const first = sample.from ?? previous?.states.length ?? 0;
  const history = historyOf(states, first, sample.end);
  return {
    currentState: Object.values(history).at(-1),
    stateTransitionHistory: history,
    currentAttemptSummary: { attemptInfo: attemptInfo(attempt, counters) },
    ...(previous && {
      previousAttemptSummary: {
        attemptInfo: attemptInfo(previous.attempt ?? {}, counters),
        stateTransitionHistory: historyOf(previous.states, 0, previous.end),
      },
    }),
  };
}

const ENDS = /^(Succeeded|Failed|SchedulingFailure|DriverEvicted|\w+TimedOut)$/;

function historyOf(states: string[], first: number, end: any = {}) {
  return Object.fromEntries(
    states.map((text, index) => {
      const [state, time, ...message] = text.split(' ');
      return [
        String(first + index),
        {
          currentStateSummary: state,
          lastTransitionTime: `2026-11-22T${time}.123456Z`,
          ...(message.length > 0 && { message: message.join(' ') }),
          ...(ENDS.test(state) && end.message && { message: end.message }),
          ...(ENDS.test(state) &&
            end.driver && { lastObservedDriverStatus: end.driver }),
        },
      ];
    }),
  );
}

function attemptInfo(given: any, counters: readonly string[]) {
  return Object.fromEntries(counters.map(key => [key, given[key] ?? 0]));
}
