import { Life } from './__testUtils__/Life';
import { LIFE_START, linesOf, Step } from './__testUtils__/ShortLife';

const lifeOf = (steps: readonly Step[]) => ({
  title: '',
  steps,
  until: 0,
  said: [],
});

/** Plays steps and returns what is thought of the operator `until` seconds. */
async function after(steps: readonly Step[], until: number) {
  const life = await new Life(LIFE_START).begin();
  await life.play(linesOf(lifeOf(steps)));
  await life.until(until * 1000);
  return life;
}

const KNOWN: Step = {
  at: 0,
  of: 'known',
  app: { state: 'COMPLETED', id: 'k', attempts: 1, submitted: -9, ended: -5 },
};
const WAITING: Step = { at: 10, of: 'refunds', app: {} };

describe('an operator that seems to be down', () => {
  it('is told with its source, and taken back when it works again', async () => {
    const life = await after([KNOWN, WAITING], 115);
    expect(life.operators()).toEqual([
      {
        id: 'spark-kubeflow',
        title: 'Kubeflow Spark operator',
        kinds: expect.arrayContaining([
          'SparkApplication.sparkoperator.k8s.io',
        ]),
        state: 'down',
        since: '2026-11-22T10:00:10.000Z',
        lastActivity: '2026-11-22T10:00:00.000Z',
        message:
          'The Kubeflow Spark operator of cluster eu-1 seems to be down since 10:00 UTC: new objects are not picked up.',
        nextStep:
          'Ask the platform team whether the Kubeflow Spark operator of cluster eu-1 runs.',
      },
    ]);
    const pickedUp = {
      ...WAITING,
      at: 120,
      app: { state: 'SUBMITTED', id: 'r' },
    };
    await life.play(linesOf(lifeOf([pickedUp])));
    await life.until(130_000);
    expect(life.operators()[0].state).toBe('up');
    await life.end();
  });

  it('is not one that has never written anything in the namespace', async () => {
    const life = await after([WAITING], 300);
    expect(life.operators()[0].state).toBe('unknown');
    await life.end();
  });

  it('is not one whose cluster does not answer', async () => {
    const life = await after([KNOWN, WAITING], 60);
    life.cluster.cut();
    await life.until(400_000);
    expect(life.operators()[0]).toMatchObject({
      state: 'unknown',
      message:
        'Nothing can be said of the Kubeflow Spark operator of cluster eu-1 while its cluster cannot be read.',
    });
    await life.end();
  });

  it('is down once for all who watch: the stream is told of each change, not of each tick', async () => {
    const life = await after([KNOWN, WAITING], 90);
    const told = life.news;
    await life.until(110_000);
    expect(life.news).toBe(told + 1);
    await life.until(200_000);
    expect(life.news).toBe(told + 1);
    await life.end();
  });
});
