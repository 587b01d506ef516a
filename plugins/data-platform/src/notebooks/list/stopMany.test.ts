import {
  agoFrom,
  notebookFixture,
  notebookFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { MOST_AT_ONCE, stopChoice } from './stopMany';

const ago = agoFrom(Date.now());

describe('stopChoice', () => {
  it('leaves out what cannot be stopped, with the reason', () => {
    const { stops, stays } = stopChoice(notebookFixtures(ago));
    expect(stops.map(({ resource }) => resource.name)).toEqual([
      'ada-orders',
      'churn-model',
      'forecast-lab',
      'big-join',
      'ada-workspace',
    ]);
    expect(
      stays.map(({ server, reason }) => [server.resource.name, reason]),
    ).toEqual([['weekly-review', 'It is stopped.']]);
  });

  it('takes no more than the operation does', () => {
    const many = Array.from({ length: MOST_AT_ONCE + 2 }, () =>
      notebookFixture(ago, 'inUse'),
    );
    const { stops, stays } = stopChoice(many);
    expect(stops).toHaveLength(MOST_AT_ONCE);
    expect(stays.map(({ reason }) => reason)).toEqual([
      'At most 50 at once.',
      'At most 50 at once.',
    ]);
  });

  it('stops nothing that the backend does not offer to stop', () => {
    const server = { ...notebookFixture(ago, 'inUse'), operations: [] };
    expect(stopChoice([server])).toMatchObject({
      stops: [],
      stays: [{ reason: 'You may not stop it.' }],
    });
  });
});
