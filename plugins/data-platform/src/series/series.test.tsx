import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  runFixtures,
  runPageFixture,
  seriesFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { JobSeries } from './JobSeries';
import { progressOf, progressSentence, seriesHealth } from './seriesState';

const ago = agoFrom(Date.now());
const going = seriesFixture(ago);

describe('seriesState', () => {
  it('counts the steps where the operation does not', () => {
    expect(progressOf({ ...going, progress: undefined })).toEqual(
      going.progress,
    );
  });

  it.each([
    [{ total: 5, done: 1, running: 0, failed: 0 }, '1 of 5 runs is done.'],
    [
      { total: 5, done: 2, running: 1, failed: 2 },
      '2 of 5 runs are done, 1 is under way, 2 did not succeed.',
    ],
  ])('says %j', (progress, sentence) => {
    expect(progressSentence(progress)).toBe(sentence);
  });

  it('is never green when a run has failed', () => {
    expect(seriesHealth(going)).toBe('degraded');
    expect(seriesHealth({ ...going, state: 'done' })).toBe('degraded');
    expect(seriesHealth({ ...going, state: 'failed' })).toBe('failed');
    expect(seriesHealth({ ...going, state: 'cancelled' })).toBe('suspended');
    expect(seriesHealth(seriesFixture(ago, 'done'))).toBe('healthy');
  });
});

describe('JobSeries', () => {
  function show(items = [going]) {
    const api = demoApi();
    api.views.operations = { items };
    api.views.runs = runPageFixture(runFixtures(ago));
    const onOpenRun = jest.fn();
    const rendered = renderScreen(
      <JobSeries
        entityRef="component:default/orders-daily"
        onOpenRun={onOpenRun}
      />,
      { api },
    );
    return { ...rendered, onOpenRun };
  }

  it('shows how far it is, and leads to the runs', async () => {
    const { baseElement, api, onOpenRun } = show();
    const panel = await screen.findByRole('region', {
      name: 'Series that goes on',
    });
    expect(panel).toHaveTextContent(
      '2 of 5 runs are done, 1 is under way, 1 did not succeed.',
    );
    expect(within(panel).getByRole('progressbar')).toHaveAttribute(
      'aria-valuemax',
      '5',
    );
    expect(await axeViolations(baseElement)).toEqual([]);
    await userEvent.click(
      await within(panel).findByRole('button', { name: '2026-11-02' }),
    );
    expect(onOpenRun.mock.calls[0][0]).toMatchObject({ uid: 'uid-1' });
    // One that has not begun leads nowhere.
    expect(
      within(panel).queryByRole('button', { name: '2026-11-05' }),
    ).toBeNull();
    expect(api.reads).toContainEqual({
      name: 'runs',
      query: expect.objectContaining({ series: 'op-series' }),
    });
  });

  it('is gone when nothing goes on', async () => {
    const { api } = show([seriesFixture(ago, 'done')]);
    await waitFor(() => expect(api.reads).not.toHaveLength(0));
    expect(
      screen.queryByRole('region', { name: 'Series that goes on' }),
    ).toBeNull();
  });

  it('can be cancelled, with or without what runs', async () => {
    const { api, baseElement } = show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the series' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: /under way as well/ }),
    );
    await waitFor(() =>
      expect(api.planned.at(-1)).toMatchObject({
        operation: 'series:cancel',
        input: { operationId: 'op-series', stopRunning: true },
      }),
    );
    expect(await axeViolations(baseElement)).toEqual([]);
    const confirm = within(dialog).getByRole('button', {
      name: 'Cancel the series',
    });
    await waitFor(() => expect(confirm).toBeEnabled());
    await userEvent.click(confirm);
    await waitFor(() => expect(api.started).toHaveLength(1));
  });
});
