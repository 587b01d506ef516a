import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { emptyCounts } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { BRANCH_STATES, branchFixture } from '../__testUtils__/branchFixtures';
import { lakeApi } from '../__testUtils__/lakeApi';
import { repositoryFixture } from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchesTab } from './BranchesTab';

/** Few rows where it does not matter which: drawing them is what takes time. */
const few = () =>
  lakeApi({
    branches: [
      branchFixture('main'),
      branchFixture('price-as-text'),
      branchFixture('broken-gate'),
      branchFixture('customers-dedup-trial'),
    ],
  });
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);
const location = () => screen.getByTestId('location').textContent;

describe('BranchesTab', () => {
  it('shows every branch with its verdict, owner, expiry and standing', async () => {
    const { container } = renderLake(<BranchesTab />);
    await screen.findByRole('link', { name: 'price-as-text' });
    expect(rows()).toHaveLength(BRANCH_STATES.length);
    const row = (name: string) =>
      screen.getByRole('link', { name }).closest('tr')!.textContent;
    expect(row('price-as-text')).toMatch(
      /Failed.*price is text.*nils.*in 5 d.*2 ahead.*main.*Change price-as-text.*ada/,
    );
    expect(row('customers-dedup-trial')).toMatch(/in 10 h.*2 ahead, 2 behind/);
    expect(row('backfill-2025')).toMatch(/expired 3 d ago/);
    expect(row('forgotten')).toMatch(/100\+/);
    expect(row('just-made')).toMatch(/Unknown.*not compared yet/);
    expect(row('far-behind')).toMatch(/1,000\+ behind/);
    // What nobody has looked at is not the same as none.
    expect(row('just-made')).toMatch(/not compared yet.*not known/);
    expect(row('price-as-text')).toMatch(/2 ahead.*none/);
    expect(row('abandoned-experiment')).toMatch(/–never/);
    expect(
      screen.getByRole('img', { name: 'Protected by the rule main' }),
    ).toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('asks the server for what the filters say, and keeps them in the URL', async () => {
    const { api } = renderLake(<BranchesTab />, {
      api: few(),
      at: '/?owner=mine&protected=no&expires=day&sort=behind&order=desc&page=2&size=50',
    });
    await waitFor(() =>
      expect(api.reads.map(({ query }) => query)).toContainEqual(
        expect.objectContaining({
          path: 'branches',
          touches: {
            kind: 'Branch',
            source: 'lake',
            namespace: 'sales-lake',
          },
          query: expect.objectContaining({
            source: 'lake',
            repository: 'sales-lake',
            owner: 'user:default/ada,group:default/analysts',
            protected: 'no',
            expiresWithinHours: 24,
            sort: 'behind',
            order: 'desc',
            limit: 50,
            offset: 50,
          }),
        }),
      ),
    );
  });

  it('filters by health, reason, text and order, from page 1 on', async () => {
    renderLake(<BranchesTab />, { api: few(), at: '/?page=2' });
    await screen.findByText('There are no more branches on this page.');
    const counts = screen.getByRole('list', { name: 'Count by health' });
    await userEvent.click(
      within(counts).getByRole('button', { name: /Failed/ }),
    );
    await screen.findByRole('link', { name: 'broken-gate' });
    expect(rows()).toHaveLength(2);
    expect(location()).toBe('/?health=failed');
    await userEvent.click(screen.getByRole('searchbox', { name: /Search/ }));
    await userEvent.paste('price');
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(location()).toBe('/?health=failed&q=price');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(rows()).toHaveLength(4));
    await userEvent.click(screen.getByRole('button', { name: /Verdict/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Would conflict (1)' }),
    );
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(location()).toBe('/?reason=WouldConflict');
  });

  it('goes back from a page that is past the end', async () => {
    renderLake(<BranchesTab />, { api: few(), at: '/?page=9' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'To the first page' }),
    );
    await screen.findByRole('link', { name: 'main' });
    expect(location()).toBe('/');
  });

  it('says what to do where nothing matches', async () => {
    renderLake(<BranchesTab />, { api: few(), at: '/?q=nowhere' });
    await screen.findByText('No branch matches these filters.');
    expect(
      screen.getAllByRole('button', { name: 'Clear filters' }),
    ).toHaveLength(2);
  });

  it('says that it reads for the first time, not that there is nothing', async () => {
    const api = lakeApi();
    api.views.system = {
      ...api.views.system,
      'lakefs/branches': {
        items: [],
        total: 0,
        counts: emptyCounts(),
        reasons: {},
        owners: [],
        warming: true,
      },
    };
    renderLake(<BranchesTab />, { api });
    expect(
      await screen.findByText('Reading the repository for the first time …'),
    ).toBeInTheDocument();
  });

  it('says since when it knows no better', async () => {
    const fresh = repositoryFixture();
    const stale = {
      since: '2026-11-22T09:00:00Z',
      message: 'lake has not answered since 09:02.',
    };
    renderLake(<BranchesTab />, {
      api: lakeApi({
        repository: { ...fresh, resource: { ...fresh.resource, stale } },
      }),
    });
    expect(
      await screen.findByText(/lake has not answered since 09:02/),
    ).toHaveTextContent('Last known state: 1 h ago.');
  });

  it('tells how many are not compared yet', async () => {
    renderLake(<BranchesTab />, {
      api: lakeApi({
        repository: repositoryFixture({ branches: 10_000, waiting: 1_200 }),
      }),
    });
    expect(
      await screen.findByText(/1,200 of 10,000 branches are not compared/),
    ).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see the branches of this repository.'],
    [503, 'Could not load the branches of this repository.'],
  ])('tells of the answer %i', async (status, words) => {
    const api = lakeApi();
    api.views.system = {
      'lakefs/repositories': () => {
        throw new DataPlatformError(status, 'Error', 'No.');
      },
    };
    renderLake(<BranchesTab />, { api });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('keeps the rows of before when newer ones cannot be read', async () => {
    const { api } = renderLake(<BranchesTab />, { api: few() });
    await screen.findByRole('link', { name: 'main' });
    api.views.system = {
      ...api.views.system,
      'lakefs/branches': () => {
        throw new DataPlatformError(400, 'Error', 'No such sort.');
      },
    };
    await userEvent.click(
      screen.getByRole('columnheader', { name: /Last commit/ }),
    );
    await screen.findByText('Could not load anything newer than this.');
    expect(screen.getByRole('link', { name: 'main' })).toBeInTheDocument();
  });

  it.each([
    [{}, /does not say which repository it is/],
    [
      {
        'millrace.dev/source': 'lake',
        'millrace.dev/repository': 'sales-lake',
      },
      /does not know repository sales-lake of lake/,
    ],
  ])('says why no repository is known: %j', async (annotations, words) => {
    const api = lakeApi();
    api.views.system = { 'lakefs/repositories': { items: [], total: 0 } };
    renderLake(<BranchesTab />, {
      api,
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { name: 'sales-lake', annotations },
        spec: { type: 'lakefs-repository' },
      },
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('draws one page of many', async () => {
    const api = few();
    // Of a page of 25 one row tells enough; which page is asked for is what matters.
    api.views.system = {
      ...api.views.system,
      'lakefs/branches': ({ offset, limit }) => ({
        items: [
          branchFixture('same-as-main', { name: `b-${offset}-${limit}` }),
        ],
        total: 300,
        counts: emptyCounts(),
        reasons: {},
        owners: [],
        warming: false,
      }),
    };
    renderLake(<BranchesTab />, { api });
    await screen.findByText('b-0-25');
    expect(screen.getByText('1 - 25 of 300')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await screen.findByText('b-25-25');
    expect(location()).toBe('/?page=2');
  });
});
