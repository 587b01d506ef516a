import {
  Fact,
  SparkNumbers,
} from '@millrace/backstage-plugin-data-platform-common';
import { formatBytes } from '@millrace/backstage-plugin-data-platform-react';

/** The figures of Spark that are known, for reading. */
export function sparkFacts(numbers: SparkNumbers): Fact[] {
  const { stages, tasks, gcRatio, spilledBytes } = numbers;
  if (tasks.total === 0 && stages.active + stages.complete === 0) {
    return [
      { key: 'tasks', label: 'Tasks', value: 'none yet' },
      ...versionFact(numbers),
    ];
  }
  const facts: (Fact | undefined)[] = [
    {
      key: 'stages',
      label: 'Stages',
      value: parts(`${count(stages.complete)} done`, [
        [stages.active, 'running'],
        [stages.pending, 'waiting'],
        [stages.failed, 'failed'],
      ]),
      warning: stages.failed > 0,
    },
    {
      key: 'tasks',
      label: 'Tasks',
      value: parts(`${count(tasks.complete)} of ${count(tasks.total)} done`, [
        [tasks.active, 'running'],
        [tasks.failed, 'failed'],
      ]),
      warning: tasks.failed > 0,
    },
    bytes('input', 'Input', numbers.inputBytes),
    bytes('output', 'Output', numbers.outputBytes),
    bytes('shuffleRead', 'Shuffle read', numbers.shuffleReadBytes),
    bytes('shuffleWrite', 'Shuffle written', numbers.shuffleWriteBytes),
    bytes('spilled', 'Spilled to disk', spilledBytes),
    gcRatio === undefined
      ? undefined
      : {
          key: 'gc',
          label: 'Garbage collection',
          value: `${Math.round(gcRatio * 100)} % of task time`,
        },
    bytes(
      'peakMemory',
      'Executor memory, peak',
      numbers.peakExecutorMemoryBytes,
    ),
    ...versionFact(numbers),
  ];
  return facts.filter((fact): fact is Fact => fact !== undefined);
}

function versionFact({ sparkVersion }: SparkNumbers): Fact[] {
  return sparkVersion
    ? [{ key: 'sparkVersion', label: 'Spark', value: sparkVersion }]
    : [];
}

function bytes(
  key: string,
  label: string,
  value: number | undefined,
): Fact | undefined {
  return value === undefined
    ? undefined
    : { key, label, value: formatBytes(value) };
}

function parts(
  first: string,
  rest: readonly (readonly [number, string])[],
): string {
  return [
    first,
    ...rest
      .filter(([number]) => number > 0)
      .map(([number, word]) => `${count(number)} ${word}`),
  ].join(', ');
}

function count(number: number): string {
  return number.toLocaleString();
}
