import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { hasRecordings, Moment, replay } from './__testUtils__/recording';

const expected: Record<string, string[]> = parse(
  readFileSync(
    resolve(__dirname, '__fixtures__/expected/recordings.yaml'),
    'utf8',
  ),
);

function tell({ name, state, said, run }: Moment): string {
  const outcome = run?.outcome ? ` <${run.outcome}>` : '';
  return `${name} [${state || 'no state'}] ${said}${outcome}`;
}

/** Runs of a schedule by their number; the first stands for all. */
function firstRunOf(moments: readonly Moment[]): Moment[] {
  const names = [...new Set(moments.map(({ name }) => name))];
  const runs = names.filter(name => /-\d{19}$/.test(name));
  return moments
    .filter(({ name }) => !runs.slice(1).includes(name))
    .map(moment => ({
      ...moment,
      name: moment.name.replace(/-\d{19}$/, '-1'),
    }));
}

const describeRecorded = hasRecordings ? describe : describe.skip;

describeRecorded(
  'life cycles recorded from a real cluster (skipped where ../shared/recordings is absent)',
  () => {
    it.each(Object.keys(expected))('%s', topic => {
      const moments = firstRunOf(replay(`spark-${topic}`));
      expect(moments.map(tell)).toEqual(expected[topic]);
    });

    it('keeps the time of one cause while its names alternate', () => {
      const image = replay('spark-bad-image').filter(({ said }) =>
        said.includes('Image'),
      );
      expect(image).toHaveLength(1);
      expect(image[0].since).toBe('2026-11-22T08:48:22.000Z');
    });

    it('tells attempts apart by submission', () => {
      const attempts = replay('spark-failure-retry').flatMap(({ run }) =>
        run ? [run.attempt] : [],
      );
      expect(new Set(attempts).size).toBe(2);
    });

    it('gives every refused submission a run of its own that has failed', () => {
      const runs = replay('spark-submission-failed').flatMap(({ run }) =>
        run ? [run] : [],
      );
      expect(runs.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
      expect(new Set(runs.map(({ attempt }) => attempt)).size).toBe(2);
    });
  },
);
