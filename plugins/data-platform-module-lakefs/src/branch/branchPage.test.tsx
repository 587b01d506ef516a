import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import {
  agoFrom,
  approvalFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  BranchState,
  branchFixture,
  BRANCH_STATES,
  NOW,
} from '../__testUtils__/branchFixtures';
import { lakeApi } from '../__testUtils__/lakeApi';
import {
  branchOperations,
  repositoryFixture,
} from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchPage } from './BranchPage';

function open(
  name: string,
  options: { api?: ReturnType<typeof lakeApi>; at?: string } = {},
) {
  return renderLake(
    <BranchPage repository={repositoryFixture()} name={name} />,
    { at: `/?branch=${name}`, ...options },
  );
}
const verdict = () => screen.findByRole('region', { name: 'Verdict' });

describe('BranchPage', () => {
  it.each(BRANCH_STATES)('says how %s is, and what to do next', async name => {
    open(name);
    const { message, nextStep } = branchFixture(name).resource.assessment;
    const told = await verdict();
    expect(told).toHaveTextContent(message);
    expect(told).toHaveTextContent(nextStep ?? message);
    await within(told).findByRole('button', { name: 'Evidence (1)' });
  });

  it.each<[BranchState, RegExp]>([
    ['price-as-text', /price_is_decimal.*failed at pre-merge 2 h ago.*price/],
    ['broken-gate', /cannot read _lakefs_actions\/a.yaml \(no hooks\)/],
    ['customers-dedup-trial', /3 objects were changed here and on main/],
    ['no-gate', /lacks _lakefs_actions\/contract.yaml.*another .*portal.yaml/],
  ])('tells what is in the way of %s', async (name, words) => {
    open(name);
    const found = await screen.findByRole('region', { name: 'In its way' });
    expect(found).toHaveTextContent(words);
  });

  it('tells what was asked for with the branch, and whose word it waits for', async () => {
    const name = 'orders-late-arrivals';
    const of = (id: string, patch: object) =>
      approvalFixture(agoFrom(NOW), {
        ...{ id, title: `Request ${id}`, resourceId: undefined },
        request: { operation: 'lakefs:merge', input: { source: name } },
        ...patch,
      });
    const api = lakeApi({
      approvals: [
        of('waits', {}),
        of('given', {
          state: 'approved',
          ...{ resourceId: branchFixture(name).resource.id },
          request: { operation: 'lakefs:revert' },
        }),
        of('other', { request: { operation: 'x', input: { source: 'y' } } }),
        of('over', { state: 'rejected' }),
      ],
    });
    open(name, { api });
    const asked = await screen.findByRole('region', { name: 'Asked for' });
    const lines = within(asked)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'Request waits: it waits for a member of sales-team. Open the request',
      'Request given: approved, nobody else has to be asked. Open the request',
    ]);
  });

  it('has nothing in the way of a branch that is fine', async () => {
    const { container } = open('orders-late-arrivals');
    await screen.findByText('Made from');
    expect(screen.queryByText('In its way')).not.toBeInTheDocument();
    expect(screen.getByText('To main').closest('div')).toHaveTextContent(
      '2 ahead',
    );
    await screen.findByRole('button', { name: 'Merge…' });
    expect(await axeViolations(container)).toEqual([]);
  });

  it('says what is not known as not known', async () => {
    open('just-made');
    expect(
      (await screen.findByText('To main')).closest('div'),
    ).toHaveTextContent('not compared yet');
    expect(screen.getByText('Uncommitted').closest('div')).toHaveTextContent(
      'not looked at yet',
    );
  });

  it('offers what makes sense next first, and why something cannot be done', async () => {
    open('returns-wip', {
      api: lakeApi({
        operations: branchOperations({
          'lakefs:merge': { available: false, reason: 'Nothing is committed.' },
        }),
      }),
    });
    const bar = await screen.findByRole('group', { name: 'Operations' });
    expect(
      within(bar)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual([
      'Commit…',
      'Merge…',
      'Discard',
      'Purpose and expiry…',
      'Tag…',
      'Delete…',
    ]);
    expect(within(bar).getByRole('button', { name: 'Merge…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await userEvent.tab();
    within(bar).getByRole('button', { name: 'Merge…' }).focus();
    expect(
      await screen.findByText('Nothing is committed.'),
    ).toBeInTheDocument();
  });

  it('tells who may only look how to get further', async () => {
    renderLake(
      <BranchPage
        repository={repositoryFixture({ mayOperate: false })}
        name="main"
      />,
      { api: lakeApi({ operations: [] }) },
    );
    await screen.findByText(/To change it you need the role member/);
    expect(
      screen.queryByRole('group', { name: 'Operations' }),
    ).not.toBeInTheDocument();
  });

  it('keeps the view in the URL, and what a view kept there goes with it', async () => {
    open('main', { at: '/?branch=main&view=commits&with=x' });
    await screen.findByRole('list', { name: 'Commits of main' });
    expect(
      screen.queryByRole('tab', { name: /Conflicts/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Overview' }));
    expect(screen.getByTestId('location').textContent).toBe('/?branch=main');
  });

  it('shows the overview for a view that is none, or not of this branch', async () => {
    open('main', { at: '/?branch=main&view=conflicts' });
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Overview' })).toHaveAttribute(
        'aria-selected',
        'true',
      ),
    );
  });

  it('offers the restore of a deleted branch', async () => {
    open('old-prices');
    expect(
      await screen.findByRole('list', { name: 'Deleted branch' }),
    ).toHaveTextContent('deleted by ada 1 h ago');
    expect(screen.getByRole('button', { name: 'Restore…' })).toBeEnabled();
  });

  it('says that a branch is not there', async () => {
    open('nowhere');
    expect(
      await screen.findByText('There is no branch nowhere in sales-lake.'),
    ).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see this branch.'],
    [500, 'Could not load this branch.'],
  ])('tells of the answer %i', async (status, words) => {
    const api = lakeApi();
    api.views.system = {
      'lakefs/branches': () => {
        throw new DataPlatformError(status, 'Error', 'No.');
      },
    };
    open('main', { api });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
