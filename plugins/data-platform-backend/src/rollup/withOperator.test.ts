import { verdict } from '../http/__testUtils__/rows';
import { withOperator } from './withOperator';

const TROUBLE =
  'the Kubeflow Spark operator of cluster eu-1 seems to be down since 10:02 UTC';

describe('a job on a cluster whose operator is down', () => {
  it('is as well as it was, and cannot start', () => {
    const told = withOperator(
      verdict({ message: 'Succeeded in 12 min.' }),
      TROUBLE,
    );
    expect(told.health).toBe('healthy');
    expect(told.message).toBe(
      `Succeeded in 12 min. No new run can start: ${TROUBLE}.`,
    );
    expect(told.evidence).toEqual([
      {
        kind: 'source',
        subject: 'operator',
        message: `No new run can start: ${TROUBLE}.`,
      },
    ]);
  });

  it('keeps the sentence of its own trouble', () => {
    const own = verdict({ health: 'failed', message: 'It failed.' });
    const told = withOperator(own, TROUBLE);
    expect(told.message).toBe('It failed.');
    expect(told.evidence).toHaveLength(1);
  });

  it('is not told twice', () => {
    const message = `Nobody has picked this job up: ${TROUBLE}.`;
    const own = verdict({ health: 'degraded', message });
    expect(withOperator(own, TROUBLE)).toBe(own);
    expect(withOperator(own, undefined)).toBe(own);
  });
});
