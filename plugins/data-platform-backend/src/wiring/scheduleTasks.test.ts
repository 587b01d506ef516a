import { mockServices } from '@backstage/backend-test-utils';
import { scheduleTasks } from './scheduleTasks';

describe('scheduleTasks', () => {
  it('has each run by the scheduler, and outlives what one throws', async () => {
    const scheduler = mockServices.scheduler.mock();
    const logger = mockServices.logger.mock();
    const run = jest.fn(async () => {
      throw new Error('the database is away');
    });
    await scheduleTasks(
      [{ id: 'lakefs-expiry', everyMs: 600_000, run }],
      scheduler,
      logger,
    );
    const [task] = scheduler.scheduleTask.mock.calls[0];
    expect(task).toMatchObject({
      id: 'data-platform-lakefs-expiry',
      frequency: { milliseconds: 600_000 },
      timeout: { milliseconds: 600_000 },
      initialDelay: { milliseconds: 60_000 },
    });
    expect(task).not.toHaveProperty('scope', 'local');
    const { signal } = new AbortController();
    await task.fn(signal);
    expect(run).toHaveBeenCalledWith(signal);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('lakefs-expiry failed; it is tried again'),
    );
  });
});
