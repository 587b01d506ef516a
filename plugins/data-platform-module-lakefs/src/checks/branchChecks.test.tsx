import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { branchFixture, BranchState } from '../__testUtils__/branchFixtures';
import { askedOf, changeApi } from '../__testUtils__/changeApi';
import { checkFixture } from '../__testUtils__/changeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchChecks } from './BranchChecks';

const show = (state: BranchState, api = changeApi()) =>
  renderLake(<BranchChecks branch={branchFixture(state)} />, { api });

describe('BranchChecks', () => {
  it('shows first what stands in the way, with the output of the check that failed', async () => {
    const { container } = show('price-as-text');
    const section = await screen.findByRole('region', {
      name: 'What stands in the way',
    });
    expect(section).toHaveTextContent(
      'Check price_is_decimal of action orders contract refused its merge into main.',
    );
    const hooks = within(
      await within(section).findByRole('list', { name: 'Hooks' }),
    ).getAllByRole('listitem');
    expect(hooks.map(hook => hook.textContent)).toEqual([
      expect.stringMatching(/^.*price_is_decimal.*failed.*price is text/),
      expect.stringMatching(/^.*has_schema.*passed after 1 s/),
      expect.stringMatching(/^.*is_fresh.*was not run.*Hooks behind one/),
    ]);
    const output = within(section).getByRole('region', {
      name: 'Output of price_is_decimal',
    });
    // An answer of anybody: text, whatever it says.
    expect(output).toHaveTextContent('<script>alert(1)</script>');
    expect(output.querySelector('script, html')).toBeNull();
    expect(section).toHaveTextContent('Its beginning; lakeFS has the rest.');
    expect(await axeViolations(container)).toEqual([]);
  });

  it('lists runs, opens one on demand, and leads to lakeFS', async () => {
    const user = userEvent.setup();
    const api = changeApi({
      checks: {
        items: [
          checkFixture('run-1', { status: 'failed', event: 'pre-commit' }),
          checkFixture('run-2', {
            event: 'strange',
            url: 'ftp://lake.example',
          }),
        ],
      },
    });
    show('orders-late-arrivals', api);
    const list = await screen.findByRole('list', {
      name: 'Runs, newest first',
    });
    expect(list).toHaveTextContent('Before a commit: failed after 4 s');
    expect(list).toHaveTextContent('strange: passed');
    // What is no link of the web is none here.
    expect(within(list).getAllByRole('link')).toHaveLength(1);
    expect(askedOf(api, 'checks/run-1')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: /Before a commit/ }));
    expect(await within(list).findByText('price_is_decimal')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /strange/ }));
    expect(
      await screen.findByText('lakeFS kept nothing of its hooks.'),
    ).toBeVisible();
  });

  it('hides and shows an output, by keyboard', async () => {
    const user = userEvent.setup();
    show('price-as-text');
    const button = await screen.findByRole('button', {
      name: 'Hide the output',
    });
    act(() => button.focus());
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: /^Output/ })).toBeNull(),
    );
  });

  it('pages through runs', async () => {
    const user = userEvent.setup();
    show(
      'orders-late-arrivals',
      changeApi({
        checks: ({ after }) => ({
          items: [
            checkFixture(`run-${after ?? 'new'}`, { event: `e-${after}` }),
          ],
          ...(after === undefined && { next: 'old' }),
        }),
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'Next runs' }));
    expect(await screen.findByText(/e-old/)).toBeVisible();
  });

  it('says where the branch drops or changes checks, which are read from it', async () => {
    const { container } = show('no-gate');
    expect(
      await screen.findByText(
        'no-gate lacks _lakefs_actions/contract.yaml, which main has.',
      ),
    ).toBeVisible();
    expect(container).toHaveTextContent(
      'no-gate has its own _lakefs_actions/portal.yaml.',
    );
  });

  it('says which file lakeFS cannot read', async () => {
    show('broken-gate');
    expect(
      await screen.findByText(
        'lakeFS cannot read _lakefs_actions/a.yaml: no commit to broken-gate can succeed.',
      ),
    ).toBeVisible();
  });

  it('explains why there are none', async () => {
    show('orders-late-arrivals', changeApi({ checks: { items: [] } }));
    expect(
      await screen.findByText('No check has run for this branch.'),
    ).toBeVisible();
    expect(screen.queryByText(/stands in the way/)).toBeNull();
  });

  it('says why it can not tell, of the runs and of one', async () => {
    const down = () => {
      throw new DataPlatformError(502, 'ServiceError', 'lake does not answer.');
    };
    show('price-as-text', changeApi({ checks: down, 'checks/run-1': down }));
    expect(await screen.findByText('Could not load the checks.')).toBeVisible();
    expect(
      await screen.findByText('Could not load the output of the checks.'),
    ).toBeVisible();
  });
});
