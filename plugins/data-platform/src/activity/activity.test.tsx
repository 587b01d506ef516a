import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  cancelledSeriesFixture,
  demoApi,
  operationLogFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { jobEntity, renderScreen } from '../__testUtils__/renderScreen';
import { ActivityCard } from './ActivityCard';
import { ActivityPage } from './ActivityPage';

const ago = agoFrom(Date.now());
const location = () => screen.getByTestId('location').textContent;
const [series, run, domain] = operationLogFixture(ago);

function apiWith(items = [series, run, domain]) {
  const api = demoApi();
  api.views.operations = { items };
  return api;
}

const show = (at = '/', api = apiWith()) =>
  renderScreen(<ActivityPage />, { api, at });

describe('ActivityPage', () => {
  it('lists who did what, the last first', async () => {
    const { container } = show();
    const rows = await screen.findAllByRole('row');
    expect(rows).toHaveLength(4);
    expect(rows[1]).toHaveTextContent(/Under way, 3 of 5.*ada.*orders-daily/);
    expect(rows[2]).toHaveTextContent(/Done in 6 s.*olga/);
    expect(rows[3]).toHaveTextContent(/Failed.*nils.*10 h ago/);
    expect(await axeViolations(container)).toEqual([]);
  });

  it('opens the steps of one, and closes them by keyboard', async () => {
    const user = userEvent.setup();
    const { baseElement } = show();
    await user.click(await screen.findByText('Create data domain risk'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/namespace risk exists already/);
    expect(dialog).toHaveTextContent('Create ResourceQuota (taken back)');
    expect(dialog).toHaveTextContent('op-domain');
    expect(location()).toBe('/?operation=op-domain');
    expect(await axeViolations(baseElement)).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(location()).toBe('/'));
  });

  it('shows a back-fill date by date', async () => {
    show('/?operation=op-series');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('progressbar')).toBeVisible();
    expect(dialog).toHaveTextContent('2026-11-03');
  });

  it('filters by text and state on the server, and in the URL', async () => {
    const api = apiWith();
    api.views.operations = ({ state, q }) => ({
      items: [series, run, domain].filter(
        one =>
          (!state || one.state === state) &&
          (!q || one.actor.includes(q.toLowerCase())),
      ),
    });
    show('/?state=failed', api);
    expect(await screen.findByText('Create data domain risk')).toBeVisible();
    expect(screen.getAllByRole('row')).toHaveLength(2);
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(4));
    await fillIn(screen.getByRole('searchbox'), 'OLGA ');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(location()).toBe('/?q=OLGA');
    expect(api.reads.at(-1)).toEqual({
      name: 'operations',
      query: { q: 'OLGA', limit: 50 },
    });
  });

  it('pages to older ones and back, by keyboard', async () => {
    const user = userEvent.setup();
    const older = { ...run, id: 'op-old', title: 'An old one' };
    const api = apiWith();
    api.views.operations = ({ before }) =>
      before
        ? { items: [older], everyone: false }
        : { items: [series], nextBefore: ago(100), everyone: false };
    const { container } = show('/', api);
    const next = await screen.findByRole('button', {
      name: 'Older operations',
    });
    expect(
      screen.getByRole('button', { name: 'Newer operations' }),
    ).toBeDisabled();
    act(() => next.focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('An old one')).toBeVisible();
    expect(screen.getByText('Page 2')).toBeVisible();
    expect(screen.getByText(/what others did to what you own/)).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    act(() => screen.getByRole('button', { name: 'Newer operations' }).focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText(series.title)).toBeVisible();
  });

  it('leads back from an older page that has become empty', async () => {
    const api = apiWith();
    api.views.operations = ({ before }) =>
      before ? { items: [] } : { items: [series], nextBefore: ago(100) };
    show('/', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Older operations' }),
    );
    expect(
      await screen.findByText('There are no more operations on this page.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'To the first page' }),
    );
    expect(await screen.findByText(series.title)).toBeVisible();
    expect(screen.getByText('Page 1')).toBeVisible();
  });

  it('says who cancelled a back-fill, and that it is being cancelled', async () => {
    const cancelled = cancelledSeriesFixture(ago);
    show(
      '/?operation=op-series',
      apiWith([
        cancelled,
        { ...series, id: 'op-2', cancelledBy: 'user:default/olga' },
      ]),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Cancelled by olga');
    expect(dialog).toHaveTextContent('3 were not started');
    expect(dialog).not.toHaveTextContent(/fail/i);
    await userEvent.keyboard('{Escape}');
    const rows = await screen.findAllByRole('row');
    expect(rows[1]).toHaveTextContent('Cancelled by olga');
    expect(rows[2]).toHaveTextContent(
      'Being cancelled by olga, 1 still under way',
    );
  });

  it('asks the server for one entity', async () => {
    const { api } = show('/?entity=component%3Adefault%2Forders-daily');
    await screen.findAllByRole('row');
    expect(api.reads).toContainEqual({
      name: 'operations',
      query: { entityRef: 'component:default/orders-daily', limit: 50 },
    });
    expect(
      screen.getByText(/Of component|Of orders-daily alone/),
    ).toBeVisible();
  });

  it.each([
    ['/', 'Nothing was done yet.'],
    ['/?q=x', 'Nothing matches these filters.'],
  ])('says why %s is empty', async (at, sentence) => {
    show(at, apiWith([]));
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('asks for an operation that is not on the page', async () => {
    const api = apiWith([series]);
    api.views.operation = ({ id }) => {
      if (id === domain.id) return domain;
      throw new DataPlatformError(404, 'NotFoundError', 'There is no such.');
    };
    show('/?operation=op-domain', api);
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      /namespace risk exists already/,
    );
  });

  it('says that there is no such operation', async () => {
    show('/?operation=gone');
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      /Could not load this operation.*Nothing is known/,
    );
  });

  it('tells of a refusal', async () => {
    const api = apiWith();
    api.views.operations = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    show('/', api);
    expect(
      await screen.findByText('You may not see who did what.'),
    ).toBeVisible();
  });
});

describe('ActivityCard', () => {
  const onJob = { entity: jobEntity };

  it('shows what was done with the entity, with its steps on demand', async () => {
    const { container, api } = renderScreen(<ActivityCard />, {
      ...onJob,
      api: apiWith(),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Run refunds-hourly' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Create the run (done)',
    );
    expect(api.reads).toContainEqual({
      name: 'operations',
      query: { entityRef: 'component:default/orders-daily', limit: 20 },
    });
    expect(await axeViolations(container)).toEqual([]);
  });

  it('says that nothing was done', async () => {
    renderScreen(<ActivityCard />, { ...onJob, api: apiWith([]) });
    expect(await screen.findByText('Nothing was done here yet.')).toBeVisible();
  });

  it('is not there for those who may not know', async () => {
    const api = apiWith();
    api.views.operations = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    renderScreen(<ActivityCard />, { ...onJob, api });
    await waitFor(() => expect(screen.queryByText('Who did what')).toBeNull());
  });

  it('says that it cannot be had', async () => {
    const api = apiWith();
    api.views.operations = () => {
      throw new DataPlatformError(400, 'Error', 'broken');
    };
    renderScreen(<ActivityCard />, { ...onJob, api });
    expect(await screen.findByText('broken')).toBeVisible();
  });
});
