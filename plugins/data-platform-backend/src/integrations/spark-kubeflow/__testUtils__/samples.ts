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

const SUBMISSION = 'sub-1';
const FILES = {
  SparkApplication: ['starting', 'running', 'ended', 'between'],
  ScheduledSparkApplication: ['schedule'],
  SparkConnect: ['connect'],
} as const;

/** All samples of a kind. Pods, events and objects are written in short there and completed here. */
export function samplesOf(kind: keyof typeof FILES): readonly Sample[] {
  return FILES[kind].flatMap(file => {
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
  const object = merge(base, sample.object ?? {}) as any;
  return {
    title: sample.title,
    object: {
      apiVersion: `sparkoperator.k8s.io/${
        kind === 'SparkConnect' ? 'v1alpha1' : 'v1beta2'
      }`,
      kind,
      ...object,
    },
    context: sampleContext(
      object,
      context,
      kind === 'SparkConnect' ? connectLabels : podLabels,
    ),
  };
}

function podLabels(short: any): Record<string, string> {
  return {
    'spark-role': short.role,
    'sparkoperator.k8s.io/app-name': 'orders-daily',
    'sparkoperator.k8s.io/submission-id': short.submission ?? SUBMISSION,
  };
}

function connectLabels(short: any): Record<string, string> {
  return {
    'spark-role': short.role,
    'sparkoperator.k8s.io/connect-name': 'notebooks',
  };
}
