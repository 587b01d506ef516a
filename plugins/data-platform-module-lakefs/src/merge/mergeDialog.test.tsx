import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  Finding,
  Operation,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { agoFrom } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { branchFixture, NOW } from '../__testUtils__/branchFixtures';
import { askedOf, changeApi } from '../__testUtils__/changeApi';
import { checkFixture } from '../__testUtils__/changeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { MergeDialog } from './MergeDialog';

const branch = branchFixture('price-as-text');
const ago = agoFrom(NOW);

const planOf = (findings: Finding[]): Plan => ({
  operation: 'lakefs:merge',
  title: 'Merge price-as-text into main of sales-lake',
  steps: [],
  findings,
  ok: findings.every(({ level }) => level !== 'error'),
});

const operation = (patch: Partial<Operation>): Operation => ({
  id: 'op-1',
  operation: 'lakefs:merge',
  title: 'Merge',
  actor: 'user:default/ada',
  state: 'done',
  steps: [],
  createdAt: ago(1),
  ...patch,
});

function open(findings: Finding[] = [], ends: Operation[] = []) {
  const api = changeApi({
    checks: {
      items: [
        checkFixture('run-2', { status: 'failed', branch: 'main' }),
        checkFixture('run-1', { status: 'failed', branch: 'main' }),
      ],
    },
  });
  api.planResult = planOf(findings);
  api.operationStates = ends;
  const onClose = jest.fn();
  const rendered = renderLake(
    <MergeDialog
      branch={branch}
      availability={{ id: 'lakefs:merge', title: 'Merge', available: true }}
      onClose={onClose}
    />,
    { api },
  );
  return { ...rendered, api, onClose };
}

const merge = () => screen.findByRole('button', { name: 'Merge' });
const pressMerge = async () => {
  await waitFor(async () => expect(await merge()).toBeEnabled());
  await userEvent.click(await merge());
};

describe('MergeDialog', () => {
  it('merges into the parent, as it was made, unless told otherwise', async () => {
    const { api, baseElement } = open([], [operation({})]);
    expect(await screen.findByText('Checked: this can be done.')).toBeVisible();
    expect(api.planned).toMatchObject([
      {
        operation: 'lakefs:merge',
        resourceId: 'branch-price-as-text',
        input: { destination: 'main' },
      },
    ]);
    expect(screen.getByRole('textbox', { name: /Message/ })).toHaveAttribute(
      'placeholder',
      'Merge price-as-text into main',
    );
    expect(await axeViolations(baseElement)).toEqual([]);
    await pressMerge();
    expect(
      await screen.findByText('price-as-text is merged into main.'),
    ).toBeVisible();
  });

  it('sends what was chosen, and says what each choice loses', async () => {
    const user = userEvent.setup();
    const { api } = open(
      [],
      [operation({ output: { commit: 'c'.repeat(64) } })],
    );
    expect(
      await screen.findByText(/what main did to them is not in the result/),
    ).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /price-as-text wins/ }));
    await user.type(screen.getByRole('textbox', { name: /Message/ }), ' Why ');
    await user.click(screen.getByRole('checkbox', { name: /One commit/ }));
    expect(
      screen.getByText(/merging it again makes an empty commit/),
    ).toBeVisible();
    await waitFor(() =>
      expect(api.planned.at(-1)?.input).toEqual({
        destination: 'main',
        message: 'Why',
        strategy: 'source-wins',
        squash: true,
      }),
    );
    await pressMerge();
    expect(await screen.findByText('cccccccccccc')).toBeVisible();
  });

  it('shows at each field what the plan found about it', async () => {
    open([
      {
        level: 'error',
        field: 'strategy',
        message: '3 objects changed on both sides: a, b and 1 more.',
        remedy: 'Choose which side wins.',
      },
      {
        level: 'error',
        field: 'destination',
        message: '2 changes lie uncommitted on main.',
      },
      {
        level: 'warning',
        message: '1 uncommitted change will be left behind.',
      },
    ]);
    const strategies = await screen.findByRole('radiogroup');
    await waitFor(() =>
      expect(strategies).toHaveAccessibleDescription(
        /3 objects changed on both sides.*Choose which side wins/,
      ),
    );
    expect(
      screen.getByRole('combobox', { name: /Into/ }),
    ).toHaveAccessibleDescription(/2 changes lie uncommitted/);
    expect(screen.getByText(/will be left behind/)).toBeVisible();
    expect(await merge()).toBeDisabled();
  });

  it('plans nothing without a destination', async () => {
    const user = userEvent.setup();
    const { api } = open();
    await user.clear(await screen.findByRole('combobox', { name: /Into/ }));
    // While the list of branches is open, the rest is hidden.
    await user.tab();
    expect(await screen.findByText(/Fill in the form/)).toBeVisible();
    expect(await merge()).toBeDisabled();
    expect(api.planned.every(({ input }) => input?.destination !== '')).toBe(
      true,
    );
  });

  it('offers branches alone to merge into', async () => {
    const user = userEvent.setup();
    open();
    const into = await screen.findByRole('combobox', { name: /Into/ });
    await user.clear(into);
    await user.type(into, 'or');
    expect(
      await screen.findByRole('option', { name: /orders-late-arrivals/ }),
    ).toBeVisible();
    expect(screen.queryByRole('option', { name: /orders-2026-q3/ })).toBeNull();
  });

  it('shows what the check said that refused it, and the next step', async () => {
    const { api } = open(
      [],
      [
        operation({ state: 'running' }),
        operation({
          state: 'failed',
          error:
            "lakeFS server lake did not merge: a check said no. It said: pre-merge hook aborted, run id 'run-1'.",
        }),
      ],
    );
    await pressMerge();
    expect(
      await screen.findByText('Merging price-as-text into main failed.'),
    ).toBeVisible();
    const said = await screen.findByRole('region', {
      name: 'The check that said no',
    });
    expect(
      await within(said).findByRole('region', {
        name: 'Output of price_is_decimal',
      }),
    ).toHaveTextContent('<script>alert(1)</script>');
    expect(said).toHaveTextContent('Mend the data on price-as-text, commit');
    expect(askedOf(api, 'checks')).toContainEqual({
      branch: 'main',
      limit: 10,
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the form' }),
    );
    expect(await merge()).toBeVisible();
  });

  it('blames no check of another merge', async () => {
    const { api } = open(
      [],
      [operation({ state: 'failed', error: 'The destination has moved.' })],
    );
    await pressMerge();
    expect(await screen.findByText('The destination has moved.')).toBeVisible();
    await waitFor(() => expect(askedOf(api, 'checks')).not.toEqual([]));
    expect(
      screen.queryByRole('region', { name: 'The check that said no' }),
    ).toBeNull();
  });

  it('asks for approval where the plan needs it', async () => {
    const { api } = open();
    api.planResult = {
      ...planOf([
        { level: 'error', code: 'ApprovalNeeded', message: 'Needs approval.' },
      ]),
      approval: {
        reason: 'The rule main protects it.',
        approverRefs: ['group:default/sales-team'],
        state: 'needed',
      },
    };
    expect(
      await screen.findByRole('button', { name: 'Ask for approval' }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
  });
});
