import { Profiler } from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Run, RunPage } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  demoApi,
  jobFixture,
  runFixtures,
  runPageFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { liveTab } from '../__testUtils__/liveTab';
import { jobEntity, renderScreen } from '../__testUtils__/renderScreen';
import { JobLayout } from './JobLayout';
import { JobRuns } from './JobRuns';

const ago = agoFrom(Date.now());
const location = () => screen.getByTestId('location').textContent;
const onJob = { entity: jobEntity };

describe('JobLayout', () => {
  it('shows the verdict, the operations and the last runs before the other cards', async () => {
    const card = { element: <p>another card</p> };
    const { container } = renderScreen(<JobLayout cards={[card]} />, onJob);
    const verdict = await screen.findByRole('region', { name: 'Verdict' });
    expect(verdict).toHaveTextContent('3 of 3 exceeded 2 GiB');
    expect(verdict).toHaveTextContent('sales on eu-1');
    expect(screen.getByRole('button', { name: 'Run now' })).toBeEnabled();
    expect(
      await screen.findByRole('group', { name: /Last 30 runs/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('26 of 30')).toBeInTheDocument();
    const text = container.textContent!;
    expect(text.indexOf('Last runs')).toBeLessThan(
      text.indexOf('another card'),
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it('asks for the verdict first, and draws the rest when it has its place', async () => {
    const api = demoApi();
    let place: HTMLElement | null | undefined;
    function OtherCard() {
      place ??= screen.queryByLabelText(/Verdict|state of this job/);
      return <p>another card</p>;
    }
    const cards = [{ element: <OtherCard /> }];
    renderScreen(<JobLayout cards={cards} />, { ...onJob, api });
    expect(await screen.findByText('another card')).toBeInTheDocument();
    expect(place).not.toBeNull();
    expect(api.reads.map(({ name }) => name)).toEqual([
      'job',
      'sources',
      'operations',
      'runs',
    ]);
  });

  it('is read and drawn again when its job changes, and not when another one does', async () => {
    const close = liveTab();
    const api = demoApi();
    const drawn = jest.fn();
    renderScreen(
      <Profiler id="job" onRender={drawn}>
        <JobLayout cards={[]} />
      </Profiler>,
      { ...onJob, api },
    );
    await screen.findByRole('group', { name: /Last 30 runs/ });
    const change = (entityRef: string) =>
      api.push(
        {},
        {
          type: 'changes',
          version: 9,
          changed: [{ id: 'a', version: 9, entityRef }],
        },
      );
    const quiet = () =>
      act(() => new Promise(resolve => setTimeout(resolve, 500)));
    const reads = api.reads.length;
    await waitFor(() => {
      change('component:default/orders-daily');
      expect(api.reads.length).toBeGreaterThan(reads);
    });
    await quiet();
    const before = [api.reads.length, drawn.mock.calls.length];
    change('component:default/orders-enrich');
    await quiet();
    expect([api.reads.length, drawn.mock.calls.length]).toEqual(before);
    close();
  });

  it('still shows Backstage’s own warning about an orphan', async () => {
    renderScreen(<JobLayout cards={[]} />, {
      entity: {
        ...jobEntity,
        metadata: {
          ...jobEntity.metadata,
          annotations: { 'backstage.io/orphan': 'true' },
        },
      },
    });
    expect(
      await screen.findByText(/not referenced by any location/),
    ).toBeInTheDocument();
  });

  it('keeps an operation that cannot be done reachable, with its reason', async () => {
    renderScreen(<JobLayout cards={[]} />, onJob);
    const stop = await screen.findByRole('button', { name: 'Stop' });
    expect(stop).toHaveAttribute('aria-disabled', 'true');
    act(() => stop.focus());
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'This run has ended; there is nothing to stop.',
    );
    await userEvent.click(stop);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('offers suspend or resume, whichever can be done', async () => {
    renderScreen(<JobLayout cards={[]} />, onJob);
    expect(
      await screen.findByRole('button', { name: 'Suspend schedule' }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Resume/ })).toBeNull();
  });

  it('goes to a run from its bar', async () => {
    renderScreen(<JobLayout cards={[]} />, onJob);
    await userEvent.click(
      (
        await screen.findAllByRole('button', { name: /^Failed in/ })
      )[0],
    );
    expect(location()).toMatch(/runs\?run=run-\d+/);
  });

  it('says that the state is stale, the definition broken and claims foreign', async () => {
    const api = demoApi();
    const job = jobFixture(ago);
    api.views.job = {
      ...job,
      stale: { since: ago(4), message: 'Cluster eu-1 is silent.' },
      definitionProblem: 'spec.driver is missing.',
      unverified: [job.current!],
    };
    renderScreen(<JobLayout cards={[]} />, { ...onJob, api });
    expect(await screen.findByText(/eu-1 is silent/)).toBeInTheDocument();
    expect(screen.getByText('spec.driver is missing.')).toBeInTheDocument();
    expect(screen.getByText(/1 more claim to belong/)).toBeInTheDocument();
  });

  it('says so where the job may not be seen', async () => {
    const api = demoApi();
    const refuse = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    api.views.job = refuse;
    api.views.runs = refuse;
    renderScreen(<JobLayout cards={[]} />, { ...onJob, api });
    expect(
      await screen.findByText('You may not see the state of this job.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('You may not see the runs of this job.'),
    ).toBeInTheDocument();
  });

  it('keeps the verdict when a newer one cannot be had', async () => {
    const api = demoApi();
    renderScreen(<JobLayout cards={[]} />, { ...onJob, api });
    await screen.findByRole('region', { name: 'Verdict' });
    api.views.job = () => {
      throw new DataPlatformError(400, 'Error', 'broken');
    };
    await userEvent.click(screen.getByRole('button', { name: 'Run now' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel' }),
    );
    expect(screen.getByRole('region', { name: 'Verdict' })).toBeVisible();
  });

  it('invites to a first run', async () => {
    const api = demoApi();
    api.views.runs = { items: [], stats: { finished: 0, succeeded: 0 } };
    renderScreen(<JobLayout cards={[]} />, { ...onJob, api });
    expect(await screen.findByText('No run yet.')).toBeInTheDocument();
  });
});

/** What axe looks at takes time with every row. */
function fewRuns(patch: Partial<Run> = {}) {
  const api = demoApi();
  const [first, ...rest] = runFixtures(ago).slice(0, 5);
  api.views.runs = runPageFixture([{ ...first, ...patch }, ...rest]);
  return api;
}

describe('JobRuns', () => {
  it('lists the runs and opens one from the URL', async () => {
    const { baseElement } = renderScreen(<JobRuns />, {
      ...onJob,
      api: fewRuns(),
      at: '/?run=run-0',
    });
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('orders-daily-1718');
    expect(await axeViolations(baseElement)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(location()).toBe('/'));
  });

  it('opens a run from its row', async () => {
    const { container } = renderScreen(<JobRuns />, {
      ...onJob,
      api: fewRuns(),
    });
    const rows = await screen.findAllByRole('row');
    expect(rows).toHaveLength(6);
    expect(rows[1]).toHaveTextContent(/Failed.*12 min.*ada.*killed for memory/);
    expect(rows[2]).toHaveTextContent('schedule');
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(rows[1]);
    await waitFor(() => expect(location()).toBe('/?run=run-0'));
  });

  it('tells on which data branch a run is, apart from what differs', async () => {
    const branch = {
      source: 'lakefs',
      repository: 'sales-lake',
      branch: 'fix',
      resourceId: 'row-1',
      entityRef: 'resource:default/sales-lake',
    };
    const api = fewRuns({ branch, changed: 'branch fix, arguments' });
    renderScreen(<JobRuns />, { ...onJob, api });
    const [, row] = await screen.findAllByRole('row');
    expect(row).toHaveTextContent('on branch fix of sales-lake');
    expect(row).toHaveTextContent('with other arguments');
  });

  it('tells what differs from the definition and which back-fill made a run', async () => {
    const api = fewRuns({
      series: 'op-series',
      runDate: '2026-11-01',
      changed: 'date, executor memory',
    });
    renderScreen(<JobRuns />, { ...onJob, api });
    const [, row] = await screen.findAllByRole('row');
    expect(row).toHaveTextContent('with other executor memory');
    await userEvent.click(
      screen.getByRole('link', { name: 'back-fill of 2026-11-01' }),
    );
    await waitFor(() => expect(location()).toBe('/?series=op-series'));
    expect(api.reads).toContainEqual({
      name: 'runs',
      query: expect.objectContaining({ series: 'op-series' }),
    });
  });

  it('narrows by outcome, in the URL, and says when nothing matches', async () => {
    const api = fewRuns();
    renderScreen(<JobRuns />, { ...onJob, api });
    await screen.findAllByRole('row');
    api.views.runs = { items: [], stats: { finished: 0, succeeded: 0 } };
    await userEvent.click(screen.getByRole('button', { name: /Outcome/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Cancelled' }),
    );
    await waitFor(() => expect(location()).toBe('/?outcome=cancelled'));
    expect(
      await screen.findByText('No run matches these filters.'),
    ).toBeVisible();
    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    await waitFor(() => expect(location()).toBe('/'));
  });

  it('says that earlier runs are missing, never that there are none', async () => {
    const api = demoApi();
    api.views.runs = {
      items: [],
      stats: { finished: 0, succeeded: 0 },
      problem: 'The history of runs cannot be read now.',
    };
    const { container } = renderScreen(<JobRuns />, { ...onJob, api });
    expect(
      await screen.findByText('Earlier runs are missing here.'),
    ).toBeVisible();
    expect(
      screen.getByText('The history of runs cannot be read now.'),
    ).toBeVisible();
    expect(screen.queryByText('This job has not run yet.')).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('asks for older runs', async () => {
    const api = fewRuns();
    const page = api.views.runs as { items: []; stats: never };
    api.views.runs = { ...page, nextBefore: ago(99_999) };
    renderScreen(<JobRuns />, { ...onJob, api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Older runs' }),
    );
    await waitFor(() =>
      expect(api.reads).toContainEqual({
        name: 'runs',
        query: expect.objectContaining({ before: ago(99_999), limit: 30 }),
      }),
    );
    expect(screen.getByText('Page 2')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Newer runs' }));
    expect(await screen.findByText('Page 1')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Newer runs' })).toBeDisabled();
  });

  it('leads back from older runs that are gone', async () => {
    const api = fewRuns();
    const page = api.views.runs as RunPage;
    api.views.runs = ({ before }) =>
      before ? { ...page, items: [] } : { ...page, nextBefore: ago(99_999) };
    renderScreen(<JobRuns />, { ...onJob, api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Older runs' }),
    );
    expect(
      await screen.findByText('There are no more runs on this page.'),
    ).toBeVisible();
    expect(screen.queryByText(/No run matches/)).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'To the first page' }),
    );
    expect(await screen.findByText('Page 1')).toBeVisible();
  });

  it('says the schedule in words', async () => {
    renderScreen(<JobRuns />, { ...onJob, at: '/?view=schedule' });
    expect(await screen.findByText(/At 02:00 AM, every day/)).toBeVisible();
    expect(screen.getByText('Europe/Berlin')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Suspend schedule' }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run now' })).toBeNull();
  });

  it('takes a schedule that is no cron as it is', async () => {
    const api = demoApi();
    const job = jobFixture(ago);
    api.views.job = {
      ...job,
      schedule: { ...job.schedule!, expression: '@every 1h', suspended: true },
    };
    renderScreen(<JobRuns />, { ...onJob, api, at: '/?view=schedule' });
    expect((await screen.findAllByText('@every 1h')).length).toBe(2);
    expect(screen.getByText('None while it is suspended')).toBeVisible();
  });

  it('says that there is no schedule, and no definition', async () => {
    const api = demoApi();
    api.views.job = {
      ...jobFixture(ago),
      schedule: undefined,
      definition: undefined,
    };
    renderScreen(<JobRuns />, { ...onJob, api, at: '/?view=schedule' });
    expect(
      await screen.findByText('This job has no schedule.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Manifest' }));
    expect(
      await screen.findByText('This job has no definition.'),
    ).toBeInTheDocument();
    expect(location()).toBe('/?view=manifest');
  });

  it('shows the definition and copies it', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderScreen(<JobRuns />, { ...onJob, at: '/?view=manifest' });
    const text = await screen.findByRole('region', {
      name: 'Definition of the job',
    });
    expect(text).toHaveTextContent('kind: SparkApplication');
    await user.click(screen.getByRole('button', { name: /Copy/ }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith(expect.stringContaining('orders.py'));
  });
});
