import { eventEvidence } from '../sources/evidence/eventEvidence';
import { quotaEvidence } from '../sources/evidence/quotaEvidence';
import { Life, TimedLine } from './__testUtils__/Life';
import {
  recordedExchange,
  recordingsExist,
} from './__testUtils__/recordedLife';
import { LIFE_START, linesOf } from './__testUtils__/ShortLife';

const recorded = recordingsExist ? describe : describe.skip;
const COUNT = 'count/sparkapplications.sparkoperator.k8s.io';

/** The lines of a recorded watch. */
function watched(file: string, name: string): any[] {
  return recordedExchange(file, name).map((line: any) => line.event);
}

recorded('evidence that a real cluster gave', () => {
  it('shows a quota as it fills, is released and is lowered', () => {
    const used = watched('quota', 'watch-of-the-above')
      .map(({ object }) => quotaEvidence(object))
      .filter(quota => quota?.name === 'team')
      .map(quota => [quota?.used[COUNT] ?? '', quota?.used.pods ?? '']);
    expect(used).toEqual([
      ['', ''],
      ['0', '0'],
      ['1', '0'],
      ['1', '1'],
      ['0', '1'],
      ['1', '1'],
      ['1', '1'],
      ['0', '1'],
    ]);
    const lowered = quotaEvidence(recordedExchange('quota', 'lowered'));
    expect(lowered).toMatchObject({ hard: { pods: '0' }, used: { pods: '1' } });
  });

  it('explains by that quota why no executor comes', async () => {
    const life = await new Life(LIFE_START).begin();
    const full: TimedLine[] = watched('quota', 'watch-of-the-above')
      .filter(({ object }) => object.metadata.name === 'team')
      .slice(0, 4)
      .map(({ type, object }) => ({
        ms: 0,
        watch: 'resourcequotas',
        type,
        object,
      }));
    const [{ object: team }] = full;
    const { namespace } = team.metadata;
    await life.play([
      ...full,
      ...linesOf({
        title: '',
        until: 0,
        said: [],
        steps: [
          {
            at: 0,
            namespace,
            app: { state: 'RUNNING', id: 'a', attempts: 1, submitted: 0 },
            pods: { 'orders-driver': { id: 'a', started: 0 } },
            spec: { executor: { instances: 1, memory: '1g', coreLimit: '1' } },
          },
        ],
      }),
    ]);
    await life.until(70_000);
    await life.end();
    expect(life.said.at(-1)).toBe(
      '+65s orders degraded ExecutorsRefused: Running without executors: the quota `team` has 0.9 of 1 CPU left, and each executor asks for 1, so the missing one is probably refused. since +0s',
    );
  });

  it('has repeats of an event as one, with a time whatever the server left out', () => {
    const { items } = recordedExchange('events', 'warnings');
    const told = items
      .map(eventEvidence)
      .map(({ reason, count, firstAt, lastAt, involved }: any) => [
        involved.name,
        reason,
        count,
        Math.round((lastAt - firstAt) / 1000),
      ]);
    expect(told).toEqual([
      ['again', 'BackOff', 1, 0],
      ['bad-image', 'Failed', 2, 12],
      ['bad-image', 'Failed', 2, 12],
      ['bad-image', 'Failed', 1, 0],
      ['unschedulable', 'FailedScheduling', 1, 0],
    ]);
    const repeated = watched('events', 'watch-warnings')
      .map(({ object }) => eventEvidence(object)!)
      .map(({ reason, count }) => `${reason} ${count}`);
    expect(repeated.slice(0, 2)).toEqual(['BackOff 2', 'Failed 2']);
  });
});
