import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { branchFixture, BranchState } from '../__testUtils__/branchFixtures';
import { lakeApi } from '../__testUtils__/lakeApi';
import {
  branchOperations,
  deletedFixtures,
  repositoryFixture,
} from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { DeletedBranch } from '../branches/DeletedBranch';
import { BranchActionBar } from './BranchActionBar';

const user = userEvent.setup({ delay: null });

async function act(name: BranchState, title: string) {
  const rendered = renderLake(
    <BranchActionBar
      branch={branchFixture(name)}
      operations={branchOperations()}
    />,
  );
  await user.click(await screen.findByRole('button', { name: title }));
  const dialog = await screen.findByRole('dialog');
  return { ...rendered, dialog };
}
async function submit(dialog: HTMLElement, word: string) {
  const button = within(dialog).getByRole('button', { name: word });
  await waitFor(() => expect(button).toBeEnabled());
  await user.click(button);
  await within(dialog).findByRole('button', { name: 'Done' });
}
const field = (dialog: HTMLElement, name: RegExp) =>
  within(dialog).getByRole('textbox', { name });

describe('dialogs of a branch', () => {
  it('commits with a message, and not without', async () => {
    const { api, dialog, baseElement } = await act('returns-wip', 'Commit…');
    expect(
      within(dialog).getByRole('button', { name: 'Commit' }),
    ).toBeDisabled();
    await fillIn(field(dialog, /^Message/), ' Returns ');
    expect(await axeViolations(baseElement)).toEqual([]);
    await submit(dialog, 'Commit');
    expect(api.started).toEqual([
      expect.objectContaining({
        operation: 'lakefs:commit',
        resourceId: 'branch-returns-wip',
        input: { message: 'Returns' },
      }),
    ]);
  });

  it('shows at the field what the plan finds', async () => {
    const api = lakeApi();
    api.planResult = {
      operation: 'lakefs:tag',
      title: 'Tag x',
      steps: [],
      ok: false,
      findings: [
        { level: 'error', field: 'id', message: 'Tag q3 exists already.' },
      ],
    };
    renderLake(
      <BranchActionBar
        branch={branchFixture('main')}
        operations={branchOperations()}
      />,
      { api },
    );
    await user.click(await screen.findByRole('button', { name: 'Tag…' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(field(dialog, /^Name of the tag/), 'q3');
    await within(dialog).findByText('Tag q3 exists already.');
    expect(field(dialog, /^Name of the tag/)).toBeInvalid();
    expect(within(dialog).getByRole('button', { name: 'Tag' })).toBeDisabled();
  });

  it('changes what is changed, and nothing else', async () => {
    const { api, dialog } = await act(
      'orders-late-arrivals',
      'Purpose and expiry…',
    );
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.click(within(dialog).getByRole('button', { name: /Lives on/ }));
    await user.click(await screen.findByRole('option', { name: '30 days' }));
    await submit(dialog, 'Save');
    expect(api.started[0].input).toEqual({ days: 30 });
  });

  it('asks for no more than a yes to discard', async () => {
    const { api, dialog } = await act('returns-wip', 'Discard');
    await submit(dialog, 'Discard');
    expect(api.started[0]).toMatchObject({
      operation: 'lakefs:discard',
      resourceId: 'branch-returns-wip',
    });
  });

  it('deletes at once where nothing is lost', async () => {
    const { api, dialog } = await act('same-as-main', 'Delete…');
    expect(within(dialog).queryByRole('textbox')).not.toBeInTheDocument();
    await submit(dialog, 'Delete the branch');
    expect(api.started[0]).toMatchObject({
      operation: 'lakefs:branch-delete',
      resourceId: 'branch-same-as-main',
    });
  });

  it.each<[BranchState, RegExp]>([
    ['returns-wip', /2 changes on it are not committed/],
    ['forgotten', /100\+ changes on it are not committed/],
    ['just-made', /Nobody has looked yet/],
  ])('wants the name of %s typed before it is deleted', async (name, words) => {
    const { api, dialog } = await act(name, 'Delete…');
    await within(dialog).findByText(words);
    const confirm = field(dialog, /^Type/);
    await fillIn(confirm, 'main');
    await within(dialog).findByText(`That is not "${name}".`);
    expect(api.planned).toEqual([]);
    await fillIn(confirm, name);
    await submit(dialog, 'Delete the branch');
    expect(api.started).toHaveLength(1);
  });

  it('restores a deleted branch and leads to it', async () => {
    const { api } = renderLake(
      <ul>
        <DeletedBranch
          repository={repositoryFixture()}
          deleted={deletedFixtures()[0]}
        />
      </ul>,
    );
    await user.click(await screen.findByRole('button', { name: 'Restore…' }));
    const dialog = await screen.findByRole('dialog');
    await submit(dialog, 'Restore');
    expect(api.started[0]).toMatchObject({
      operation: 'lakefs:branch-restore',
      resourceId: 'repository-sales-lake',
      input: { branch: 'old-prices' },
    });
    await user.click(
      within(dialog).getByRole('button', { name: 'Open the branch' }),
    );
    expect(screen.getByTestId('location')).toHaveTextContent(
      '/catalog/default/resource/sales-lake/branches?branch=old-prices',
    );
  });
});
