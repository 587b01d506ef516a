import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  emptyCounts,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { demoApi } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { OverviewPage } from './OverviewPage';

const location = () => screen.getByTestId('location').textContent;
const empty = {
  items: [],
  total: 0,
  counts: emptyCounts(),
  version: 1,
  warming: false,
};

describe('OverviewPage', () => {
  it('lists what runs, with counts and the state of each cluster', async () => {
    const { container } = renderScreen(<OverviewPage />);
    expect(await screen.findByText('orders-daily-1718')).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(8);
    expect(screen.getByRole('button', { name: /2\s*Failed/ })).toBeVisible();
    const clusters = screen.getByRole('region', { name: 'Clusters' });
    expect(clusters).toHaveTextContent('Europe 1ConnectedSandbox');
    expect(clusters).toHaveTextContent('has not answered since 10:02');
    expect(clusters).toHaveTextContent('locator method gke');
    expect(screen.getByRole('link', { name: 'orders-daily' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders-daily',
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it('narrows by health, and keeps it in the URL', async () => {
    renderScreen(<OverviewPage />);
    await userEvent.click(
      await screen.findByRole('button', { name: /Degraded/ }),
    );
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(location()).toBe('/?health=degraded');
    // The counts are of all, so that one may choose another.
    expect(screen.getByRole('button', { name: /2\s*Failed/ })).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(location()).toBe('/');
  });

  it('starts from the URL', async () => {
    const { api } = renderScreen(<OverviewPage />, {
      at: '/?q=refunds&cluster=eu-1&sort=name&order=desc&page=1&size=50',
    });
    expect(await screen.findByText('refunds-hourly-88')).toBeInTheDocument();
    expect(api.reads).toContainEqual({
      name: 'resources',
      query: expect.objectContaining({
        q: 'refunds',
        source: 'eu-1',
        sort: 'name',
        order: 'desc',
        limit: 50,
        offset: 0,
      }),
    });
  });

  it('says where data branches are, and lists them on demand', async () => {
    const api = demoApi();
    const { items } = api.views.sources as { items: Source[] };
    items[0].kinds.push({
      ...{ kind: 'Branch', group: 'lakefs.io', state: 'watching' },
    });
    renderScreen(<OverviewPage />, { api });
    await screen.findByText(/Data branches are not listed/);
    await userEvent.click(screen.getByRole('button', { name: 'List them' }));
    expect(location()).toBe('/?kind=Branch.lakefs.io');
    expect(screen.queryByText(/Data branches are not listed/)).toBeNull();
  });

  it('asks once for a word that is typed', async () => {
    const { api } = renderScreen(<OverviewPage />);
    await screen.findByText('orders-daily-1718');
    await userEvent.type(screen.getByRole('searchbox'), 'stock');
    await waitFor(() => expect(location()).toBe('/?q=stock'));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    const asked = api.reads.filter(
      view => view.name === 'resources' && !!view.query.q,
    );
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('lets the server sort', async () => {
    renderScreen(<OverviewPage />);
    await screen.findByText('orders-daily-1718');
    await userEvent.click(screen.getByRole('columnheader', { name: 'Name' }));
    await waitFor(() => expect(location()).toBe('/?sort=name'));
  });

  it('lets the server page', async () => {
    const api = demoApi();
    const pageOf = api.views.resources as Function;
    api.views.resources = query => ({ ...pageOf(query), total: 10_000 });
    renderScreen(<OverviewPage />, { api });
    await screen.findByText('orders-daily-1718');
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(() => expect(location()).toBe('/?page=2'));
    await waitFor(() =>
      expect(api.reads).toContainEqual({
        name: 'resources',
        query: expect.objectContaining({ offset: 25, limit: 25 }),
      }),
    );
  });

  it('narrows by a domain of thousands, which are asked for when they are needed', async () => {
    const api = demoApi();
    api.views.domains = ({ q }) => ({
      items: [{ entityRef: `domain:default/${q ?? 'sales'}`, title: 'Sales' }],
      total: q ? 1 : 10_000,
      warming: false,
    });
    renderScreen(<OverviewPage />, { api });
    await screen.findByText('orders-daily-1718');
    expect(api.reads.map(({ name }) => name)).not.toContain('domains');
    await userEvent.click(screen.getByRole('button', { name: /Domain/ }));
    const search = await screen.findByPlaceholderText('Search 10,000 domains');
    expect(screen.getByRole('option', { name: 'sales' })).toBeVisible();
    await userEvent.type(search, 'market');
    await userEvent.click(
      await screen.findByRole('option', { name: 'market (Sales)' }),
    );
    await waitFor(() =>
      expect(location()).toBe('/?domain=domain%3Adefault%2Fmarket'),
    );
    expect(screen.getByRole('button', { name: /Domain/ })).toHaveTextContent(
      'market',
    );
  });

  it('opens a row from the side, and the URL says which', async () => {
    renderScreen(<OverviewPage />);
    await userEvent.click(await screen.findByText('orders-daily-1718'));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Executors were killed for memory',
    );
    expect(location()).toBe('/?resource=res-0');
  });

  it.each([
    [
      { ...empty, warming: true },
      '/',
      'Reading the clusters for the first time …',
    ],
    [empty, '/?q=x', 'Nothing matches these filters.'],
    [empty, '/', 'Nothing runs here that you may see.'],
  ])('says why the list is empty', async (page, at, sentence) => {
    const api = demoApi();
    api.views.resources = page;
    renderScreen(<OverviewPage />, { api, at });
    expect(await screen.findByText(sentence)).toBeInTheDocument();
  });

  it('leads back from a page past the end', async () => {
    renderScreen(<OverviewPage />, { at: '/?page=9&q=refunds' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'To the first page' }),
    );
    await waitFor(() => expect(location()).toBe('/?q=refunds'));
    expect(screen.queryByText(/Nothing matches/)).toBeNull();
  });

  it('says that no cluster is connected', async () => {
    const api = demoApi();
    api.views.resources = empty;
    api.views.sources = { items: [] };
    renderScreen(<OverviewPage />, { api });
    expect(
      await screen.findByText('No cluster is connected.'),
    ).toBeInTheDocument();
  });

  it('tells of a refusal and of a failure', async () => {
    const api = demoApi();
    api.views.resources = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    api.views.sources = () => {
      throw new DataPlatformError(500, 'Error', 'The index is down.');
    };
    renderScreen(<OverviewPage />, { api });
    expect(
      await screen.findByText('You may not see what runs.'),
    ).toBeInTheDocument();
    expect(screen.getByText('The index is down.')).toBeInTheDocument();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('shows what each cluster watches', async () => {
    renderScreen(<OverviewPage />);
    await userEvent.click(await screen.findByRole('button', { name: 'Kinds' }));
    expect(
      screen.getAllByText(/sparkoperator.k8s.io · watched/).length,
    ).toBeGreaterThan(0);
    expect(screen.getAllByText(/not heard from/).length).toBeGreaterThan(0);
  });

  it('of many clusters tells those in trouble, and the others when asked', async () => {
    const api = demoApi();
    const { items } = api.views.sources as { items: Source[] };
    const connected = items.find(({ state }) => state === 'connected')!;
    const named = (name: string, more: Partial<Source> = {}): Source => ({
      ...connected,
      ...{ name, title: name, operators: [] },
      ...more,
    });
    const message = 'Cluster eu-12 does not answer.';
    api.views.sources = {
      items: [
        ...Array.from({ length: 11 }, (_, n) => named(`eu-${n + 1}`)),
        named('eu-12', { state: 'unreachable', message }),
      ],
    };
    renderScreen(<OverviewPage />, { api });
    const clusters = await screen.findByRole('region', { name: 'Clusters' });
    expect(within(clusters).getByText(message)).toBeVisible();
    expect(
      within(clusters).getByText('11 more sources are connected.'),
    ).toBeVisible();
    expect(within(clusters).queryByText('eu-1')).toBeNull();
    await userEvent.click(
      within(clusters).getByRole('button', { name: 'All sources' }),
    );
    expect(within(clusters).getByText('eu-1')).toBeVisible();
  });
});
