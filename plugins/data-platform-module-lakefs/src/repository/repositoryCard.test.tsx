import { screen, waitFor, within } from '@testing-library/react';
import {
  sourceFixtures,
  agoFrom,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { branchFixture, NOW } from '../__testUtils__/branchFixtures';
import { lakeApi } from '../__testUtils__/lakeApi';
import {
  productEntity,
  repositoryFixture,
} from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { ProductBranchesCard } from '../product/ProductBranchesCard';
import { RepositoryCard } from './RepositoryCard';

const fact = async (label: string) =>
  (await screen.findByText(label)).closest('div')!.textContent;

describe('RepositoryCard', () => {
  it('tells where the repository is, who controls the access, and which branches need somebody', async () => {
    const api = lakeApi();
    const [source] = sourceFixtures(agoFrom(NOW));
    api.views.sources = {
      items: [{ ...source, name: 'lake', version: '1.84.0' }],
    };
    const { container } = renderLake(<RepositoryCard />, { api });
    expect(await fact('Server')).toBe('Serverlake (sandbox)');
    await waitFor(async () =>
      expect(await fact('Version')).toBe('Version1.84.0'),
    );
    expect(await fact('Default branch')).toBe('Default branchmain');
    expect(await fact('Protected')).toBe('Protectedmain, release-*');
    expect(
      screen.getByText(/the portal is the access control here/),
    ).toBeInTheDocument();
    const troubled = await screen.findByRole('list', {
      name: 'Branches that need somebody',
    });
    expect(
      within(troubled)
        .getByRole('link', { name: 'price-as-text' })
        .getAttribute('href'),
    ).toBe(
      '/catalog/default/resource/sales-lake/branches?branch=price-as-text',
    );
    expect(troubled).not.toHaveTextContent('orders-late-arrivals');
    expect(
      screen.getByRole('link', { name: /Open in lakeFS/ }),
    ).toHaveAttribute(
      'href',
      'https://lake.example/repositories/sales-lake/branches',
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it('says what is not known, not protected, not all, and of the past', async () => {
    const fresh = repositoryFixture();
    renderLake(<RepositoryCard />, {
      api: lakeApi({
        branches: [branchFixture('same-as-main')],
        repository: {
          ...fresh,
          sourceTitle: 'lakeFS sandbox',
          protection: undefined,
          readOnly: true,
          branches: 20_000,
          truncated: true,
          uiUrl: 'data:text/html,x',
          resource: {
            ...fresh.resource,
            stale: { since: '2026-11-22T09:00:00Z', message: 'No answer.' },
          },
        },
      }),
    });
    expect(await fact('Server')).toBe('ServerlakeFS sandbox');
    expect(await fact('Protected')).toBe('Protectednot known');
    expect(await fact('Branches')).toBe('Branches20,000+');
    expect(await fact('Writes')).toBe('Writesread-only');
    expect(screen.getByText(/No answer/)).toHaveTextContent(
      'Last known state: 1 h ago.',
    );
    // A link that is none is not drawn, and a button that cannot work says why.
    expect(screen.queryByText('Open in lakeFS')).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'New data branch…' }),
    ).toHaveAttribute('aria-disabled', 'true');
    expect(
      screen.queryByRole('list', { name: 'Branches that need somebody' }),
    ).not.toBeInTheDocument();
  });

  it('warns where no rule protects anything', async () => {
    renderLake(<RepositoryCard />, {
      api: lakeApi({ repository: repositoryFixture({ protection: [] }) }),
    });
    expect(await fact('Protected')).toBe('Protectednone');
  });

  it('says what the entity lacks', async () => {
    const api = lakeApi();
    api.views.system = { 'lakefs/repositories': { items: [], total: 0 } };
    renderLake(<RepositoryCard />, { api });
    expect(
      await screen.findByText(/does not know repository sales-lake of lake/),
    ).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see the repository.'],
    [503, 'Could not load the repository.'],
  ])('tells of the answer %i', async (status, words) => {
    const api = lakeApi();
    api.views.system = {
      'lakefs/repositories': () => {
        throw new DataPlatformError(status, 'Error', 'No.');
      },
    };
    renderLake(<RepositoryCard />, { api });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

describe('ProductBranchesCard', () => {
  it('counts the branches of a product and makes new ones', async () => {
    const { api, container } = renderLake(<ProductBranchesCard />, {
      entity: productEntity,
    });
    const card = await screen.findByRole('region', { name: 'sales-lake' });
    expect(
      within(card).getByRole('link', { name: 'sales-lake' }),
    ).toHaveAttribute('href', '/catalog/default/resource/sales-lake/branches');
    await within(card).findByText('Failed');
    expect(
      within(card).getByRole('button', { name: 'New data branch…' }),
    ).toBeEnabled();
    expect(api.reads.map(({ query }) => query)).toContainEqual(
      expect.objectContaining({
        path: 'repositories',
        query: { productRef: 'system:default/orders-product' },
      }),
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it.each([
    ['has no repository', true, ['sources', 'system']],
    ['is on a portal without lakeFS', false, ['sources']],
  ])('is not there where the product %s', async (_name, lake, reads) => {
    const api = lakeApi();
    if (!lake) api.views.sources = { items: [] };
    const none = { items: [], total: 0 };
    api.views.system = { 'lakefs/repositories': none };
    renderLake(<ProductBranchesCard />, { api, entity: productEntity });
    await waitFor(() =>
      expect(api.reads.map(({ name }) => name)).toEqual(reads),
    );
    expect(screen.queryByText('Data branches')).not.toBeInTheDocument();
  });
});
