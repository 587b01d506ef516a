import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { lakeApi } from '../__testUtils__/lakeApi';
import {
  deletedFixtures,
  repositoryFixture,
} from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchesTab } from './BranchesTab';

const PATH = 'lakefs/repositories/lake/sales-lake/deleted';
const location = () => screen.getByTestId('location').textContent;
const list = () => screen.findByRole('list', { name: 'Deleted branches' });

describe('deleted branches', () => {
  it('tells who deleted what, and what it was for', async () => {
    const { container } = renderLake(<BranchesTab />, { at: '/?deleted' });
    const items = (await list()).querySelectorAll('li');
    expect(items[0]).toHaveTextContent(
      /old-prices.*prices of last year.*deleted by ada 1 h ago, owner sales-team, last commit 444444444444/,
    );
    expect(items[1]).toHaveTextContent(/deleted outside the portal 2 h ago/);
    expect(await axeViolations(container)).toEqual([]);
  });

  it('is searched by name, from the first page on', async () => {
    const { api } = renderLake(<BranchesTab />, { at: '/?deleted=&page=3' });
    await list();
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.paste('gone');
    await waitFor(() => expect(location()).toBe('/?deleted=&q=gone'));
    await waitFor(() =>
      expect(api.reads.at(-1)?.query).toMatchObject({
        query: { q: 'gone', limit: 25, offset: 0 },
      }),
    );
    await waitFor(async () =>
      expect((await list()).querySelectorAll('li')).toHaveLength(1),
    );
  });

  it('has pages', async () => {
    const api = lakeApi();
    api.views.system = {
      ...api.views.system,
      [PATH]: { items: deletedFixtures(), total: 60 },
    };
    renderLake(<BranchesTab />, { api, at: '/?deleted=' });
    await screen.findByText('Page 1 of 3');
    expect(
      screen.getByRole('button', { name: 'Previous page' }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(location()).toBe('/?deleted=&page=2');
  });

  it('says from when on there will be some', async () => {
    const api = lakeApi();
    api.views.system = {
      ...api.views.system,
      [PATH]: { items: [], total: 0 },
    };
    renderLake(<BranchesTab />, { api, at: '/?deleted' });
    expect(
      await screen.findByText('No deleted branch is on record.'),
    ).toBeInTheDocument();
  });

  it('cannot be restored by somebody who may only look', async () => {
    renderLake(<BranchesTab />, {
      at: '/?deleted',
      api: lakeApi({ repository: repositoryFixture({ mayOperate: false }) }),
    });
    await list();
    screen
      .getAllByRole('button', { name: 'Restore…' })
      .forEach(button =>
        expect(button).toHaveAttribute('aria-disabled', 'true'),
      );
  });
});
