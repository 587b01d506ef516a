import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { branchFixture } from '../__testUtils__/branchFixtures';
import { lakeApi } from '../__testUtils__/lakeApi';
import {
  branchOperations,
  commitFixtures,
} from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchCommits } from './BranchCommits';

const PATH = 'lakefs/repositories/lake/sales-lake/commits';
const branch = branchFixture('main');
const commits = (
  <BranchCommits branch={branch} operations={branchOperations()} />
);
const item = async (message: string) =>
  (await screen.findByText(message)).closest('li')!;

describe('BranchCommits', () => {
  it('tells who made a commit, and how sure that is', async () => {
    const { container } = renderLake(commits);
    const merge = await item('Merge late orders');
    expect(merge).toHaveTextContent(/ada1 h ago111111111111merge/);
    expect(
      within(merge).getByRole('link', { name: 'How it was done' }),
    ).toHaveAttribute('href', '/data-platform/activity?operation=op-1');
    const load = await item('Load orders');
    expect(load).toHaveTextContent(/olga, as its metadata says/);
    expect(load).toHaveTextContent('All of November.');
    // What anybody can write is shown with where it leads.
    expect(
      within(load).getByRole('link', {
        name: /https:\/\/elsewhere\.example\/build\/7/,
      }),
    ).toHaveAttribute('rel', 'noopener noreferrer');
    expect(await item('Create table orders')).toHaveTextContent(
      'admin, outside the portal',
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it('names lakeFS for the commit that nobody made', async () => {
    const api = lakeApi();
    const [, , first] = commitFixtures();
    api.views.system = { [PATH]: { items: [{ ...first, committer: '' }] } };
    renderLake(commits, { api });
    expect(await item('Create table orders')).toHaveTextContent(
      'lakeFS, outside the portal',
    );
  });

  it('asks by commit id, page by page', async () => {
    const api = lakeApi();
    api.views.system = {
      [PATH]: ({ after }) =>
        after
          ? { items: commitFixtures().slice(2) }
          : { items: commitFixtures().slice(0, 2), next: '222' },
    };
    renderLake(commits, { api });
    await item('Load orders');
    await userEvent.click(
      screen.getByRole('button', { name: 'Older commits' }),
    );
    await item('Create table orders');
    expect(
      screen.getByRole('button', { name: 'Older commits' }),
    ).toBeDisabled();
    expect(api.reads.map(({ query }) => query)).toEqual(
      expect.arrayContaining([
        {
          system: 'lakefs',
          path: 'repositories/lake/sales-lake/commits',
          query: { ref: branch.head, after: '222', limit: 30 },
        },
      ]),
    );
  });

  it('reverts a commit, but never the first one', async () => {
    const { api } = renderLake(commits);
    expect(
      within(await item('Create table orders')).queryByRole('button'),
    ).not.toBeInTheDocument();
    await userEvent.click(
      within(await item('Load orders')).getByRole('button', {
        name: 'Revert…',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByRole('textbox', { name: /^Message/ }),
    ).toHaveValue('Revert "Load orders"');
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Revert' }),
    );
    await within(dialog).findByRole('button', { name: 'Done' });
    expect(api.started).toEqual([
      expect.objectContaining({
        operation: 'lakefs:revert',
        resourceId: 'branch-main',
        input: { commit: '2'.repeat(64), message: 'Revert "Load orders"' },
      }),
    ]);
  });

  it('leaves out links that are none', async () => {
    const api = lakeApi();
    const [, claimed] = commitFixtures();
    api.views.system = {
      [PATH]: {
        items: [{ ...claimed, link: 'data:text/html,x', url: 'x' }],
      },
    };
    renderLake(commits, { api });
    const load = await item('Load orders');
    expect(within(load).queryByRole('link')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see the commits of this branch.'],
    [502, 'Could not load the commits of this branch.'],
  ])('tells of the answer %i', async (status, words) => {
    const api = lakeApi();
    api.views.system = {
      [PATH]: () => {
        throw new DataPlatformError(status, 'Error', 'No.');
      },
    };
    renderLake(commits, { api });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
