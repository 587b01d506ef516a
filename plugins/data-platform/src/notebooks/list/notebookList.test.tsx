import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  demoApi,
  notebookFixture,
  notebookPageFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { domainEntity, renderScreen } from '../../__testUtils__/renderScreen';
import { DomainNotebooks } from './DomainNotebooks';
import { NotebooksPage } from './NotebooksPage';

const location = () => screen.getByTestId('location').textContent;
const names = () =>
  screen.getAllByRole('rowheader').map(cell => cell.textContent);
const emptyPage = notebookPageFixture([]);

/** Two are enough to look at, and quick to draw. */
function twoServers() {
  const api = demoApi();
  const ago = agoFrom(Date.now());
  const servers = [
    notebookFixture(ago, 'stopped'),
    notebookFixture(ago, 'idleGpu'),
  ];
  api.views.notebooks = query => notebookPageFixture(servers, query);
  return api;
}

describe('NotebooksPage', () => {
  it('puts what nobody uses first, with totals', async () => {
    const { container, api } = renderScreen(<NotebooksPage />, {
      api: twoServers(),
    });
    expect(
      await screen.findByRole('link', { name: 'churn-model' }),
    ).toHaveAttribute('href', '/catalog/default/resource/churn-model');
    expect(names()[0]).toContain('churn-model');
    expect(api.reads).toContainEqual({
      name: 'notebooks',
      query: expect.objectContaining({ sort: 'idle' }),
    });
    const row = screen.getAllByRole('row')[1];
    expect(row).toHaveTextContent('6 h');
    expect(row).toHaveTextContent('2 GPUs (NVIDIA)');
    expect(row).toHaveTextContent('€48.50');
    const totals = screen.getByLabelText('Totals');
    expect(totals).toHaveTextContent('GPUs held2');
    expect(totals).toHaveTextContent('of which idle for 1 h or longer2');
    expect(totals).toHaveTextContent('Cost per hour€4.95');
    expect(await axeViolations(container)).toEqual([]);
  });

  it('tells resource-hours where there are no prices', async () => {
    const api = demoApi();
    const {
      cost,
      costPerHour: perHour,
      ...server
    } = notebookFixture(agoFrom(Date.now()), 'idleGpu');
    expect([cost, perHour]).toEqual([48.5, 4.85]);
    const { currency, totals, ...page } = notebookPageFixture([server]);
    const { costPerHour, ...counts } = totals;
    expect([currency, costPerHour]).toEqual(['EUR', 4.95]);
    api.views.notebooks = { ...page, totals: counts };
    renderScreen(<NotebooksPage />, { api });
    expect(await screen.findByText(/20.0 GPU-hours/)).toBeVisible();
    expect(screen.queryByText('Cost per hour')).toBeNull();
  });

  it('narrows, and keeps it in the URL', async () => {
    renderScreen(<NotebooksPage />, { api: twoServers() });
    await screen.findByText('churn-model');
    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Stopped' }),
    );
    await waitFor(() => expect(names()).toHaveLength(1));
    expect(location()).toBe('/?state=stopped');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(location()).toBe('/');
  });

  it('offers the owners of all pages', async () => {
    const api = twoServers();
    renderScreen(<NotebooksPage />, { api, at: '/?state=stopped' });
    await screen.findByText('weekly-review');
    expect(screen.queryByText('churn-model')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /Owner/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'nils' }));
    expect(location()).toBe('/?state=stopped&owner=user%3Adefault%2Fnils');
  });

  it('says that the page is past the end, and leads to the first', async () => {
    renderScreen(<NotebooksPage />, { api: twoServers(), at: '/?page=7' });
    expect(
      await screen.findByText(
        'There are no more notebook servers on this page.',
      ),
    ).toBeVisible();
    expect(screen.queryByText('There is no notebook server yet.')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'To the first page' }),
    );
    expect(await screen.findByText('churn-model')).toBeVisible();
    expect(location()).toBe('/');
  });

  it('starts from the URL', async () => {
    const { api } = renderScreen(<NotebooksPage />, {
      at: '/?state=running&domain=domain:default/sales&sort=gpu&q=churn&size=50',
    });
    await screen.findByText('churn-model');
    expect(api.reads).toContainEqual({
      name: 'notebooks',
      query: {
        state: 'running',
        domainRef: 'domain:default/sales',
        ownerRef: undefined,
        mine: undefined,
        q: 'churn',
        sort: 'gpu',
        limit: 50,
        offset: 0,
      },
    });
  });

  it('stops several at once, after saying which stay', async () => {
    const { api } = renderScreen(<NotebooksPage />, { api: twoServers() });
    await screen.findByText('churn-model');
    expect(screen.getByRole('button', { name: 'Stop …' })).toBeDisabled();
    // By the text: the names of rows and of what is in them are long, and computed anew for each query.
    const pick = async (name: string) =>
      userEvent.click(
        screen.getByText(name).closest('tr')!.querySelector('input')!,
      );
    await pick('churn-model');
    await pick('weekly-review');
    await userEvent.click(screen.getByRole('button', { name: 'Stop 2 …' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Stop 1 notebook server');
    expect(
      within(dialog).getByRole('list', { name: 'Will be stopped' }),
    ).toHaveTextContent(
      /churn-model in sales, idle for 6 h.*, frees 2 GPUs \(NVIDIA\)/,
    );
    expect(
      within(dialog).getByRole('list', { name: 'Will not be stopped' }),
    ).toHaveTextContent('weekly-review: It is stopped.');
    expect(await axeViolations(dialog)).toEqual([]);
    const submit = within(dialog).getByRole('button', {
      name: 'Stop 1 server',
    });
    await waitFor(() => expect(submit).toBeEnabled());
    await userEvent.click(submit);
    await waitFor(() =>
      expect(api.started[0]).toMatchObject({
        operation: 'notebook:stop-many',
        input: { ids: ['nb-churn-model'] },
      }),
    );
    // What was stopped needs no more choosing.
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Done' }),
    );
    expect(
      await screen.findByText('Choose servers to stop several at once.'),
    ).toBeVisible();
  });

  it('keeps what is chosen when nothing was stopped', async () => {
    renderScreen(<NotebooksPage />, { api: twoServers() });
    await screen.findByText('churn-model');
    await userEvent.click(
      screen.getByText('churn-model').closest('tr')!.querySelector('input')!,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Stop 1 …' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Stop 1 …' }),
    ).toBeEnabled();
  });

  it('says of a silent cluster that it is silent, not how long a server is idle', async () => {
    const api = demoApi();
    const server = notebookFixture(agoFrom(Date.now()), 'idleGpu');
    const stale = { since: '2026-11-22T09:00:00Z', message: 'eu-1 is silent.' };
    api.views.notebooks = notebookPageFixture([
      { ...server, resource: { ...server.resource, stale } },
    ]);
    renderScreen(<NotebooksPage />, { api });
    expect(await screen.findByText(/eu-1 is silent/)).toBeVisible();
    const row = screen.getAllByRole('row')[1];
    expect(row).toHaveTextContent('not known');
  });

  it('does not start what can stop nothing', async () => {
    const { api } = renderScreen(<NotebooksPage />, {
      api: twoServers(),
      at: '/?state=stopped',
    });
    await screen.findByText('weekly-review');
    await userEvent.click(screen.getAllByRole('checkbox')[0]);
    await userEvent.click(screen.getByRole('button', { name: 'Stop 1 …' }));
    expect(
      await screen.findByText('None of these can be stopped by you.'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Stop 0 servers' }),
    ).toBeDisabled();
    expect(api.planned).toEqual([]);
  });

  it('leads to the template where there is none', async () => {
    const api = demoApi();
    api.views.notebooks = emptyPage;
    renderScreen(<NotebooksPage />, { api });
    expect(
      await screen.findByText('There is no notebook server yet.'),
    ).toBeVisible();
    const [link] = screen.getAllByRole('link', { name: 'New notebook server' });
    expect(link).toHaveAttribute(
      'href',
      '/create/templates/default/notebook-server',
    );
  });

  it('says that nothing matches, or that the clusters are still read', async () => {
    const api = demoApi();
    api.views.notebooks = query =>
      query.mine ? emptyPage : { ...emptyPage, warming: true };
    renderScreen(<NotebooksPage />, { api });
    expect(
      await screen.findByText(/Reading the clusters for the first time/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('switch', { name: 'Mine' }));
    expect(
      await screen.findByText('Nothing matches these filters.'),
    ).toBeVisible();
  });

  it('says that the list cannot be had', async () => {
    const api = demoApi();
    api.views.notebooks = () => {
      throw new DataPlatformError(
        503,
        'ServiceUnavailableError',
        'Restarting.',
      );
    };
    renderScreen(<NotebooksPage />, { api });
    expect(
      await screen.findByText('Could not load the notebook servers.'),
    ).toBeVisible();
  });
});

describe('DomainNotebooks', () => {
  it('lists those of the domain alone, and begins a new one there', async () => {
    const { api } = renderScreen(<DomainNotebooks />, {
      api: twoServers(),
      entity: domainEntity('sales'),
      at: '/?domain=domain:default/other',
    });
    await screen.findByText('churn-model');
    expect(api.reads).toContainEqual({
      name: 'notebooks',
      query: expect.objectContaining({ domainRef: 'domain:default/sales' }),
    });
    expect(screen.queryByRole('button', { name: /Domain/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
    expect(
      screen
        .getByRole('link', { name: 'New notebook server' })
        .getAttribute('href'),
    ).toContain(encodeURIComponent('"domain":"domain:default/sales"'));
  });
});
