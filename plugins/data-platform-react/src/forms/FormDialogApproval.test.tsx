import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  Plan,
  PlanApproval,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '../api/DataPlatformError';
import { axeViolations, renderPlatform, fillIn } from '../testScreen';
import { agoFrom, approvalFixture, demoApi } from '../testUtils';
import { FormDialog } from './FormDialog';

const ago = agoFrom(Date.now());
const REQUEST = { operation: 'lakefs:merge', input: { destination: 'main' } };

function planWith(
  state: PlanApproval['state'],
  findings: Plan['findings'] = [],
  approverRefs = ['group:default/sales-team', 'user:default/olga'],
): Plan {
  const approved = state === 'approved';
  return {
    operation: 'lakefs:merge',
    title: 'Merge a into main',
    steps: [],
    findings: [
      ...findings,
      ...(approved
        ? []
        : [
            {
              level: 'error' as const,
              code: 'ApprovalNeeded',
              message: 'It needs approval.',
            },
          ]),
    ],
    ok: approved && findings.every(({ level }) => level !== 'error'),
    approval: {
      reason: 'The rule `main` protects it.',
      approverRefs,
      state,
      ...(state !== 'needed' && { approvalId: 'apr/1' }),
    },
  };
}

function open(plan: Plan) {
  const api = demoApi();
  api.planResult = plan;
  api.approvalAnswer = () => approvalFixture(ago);
  const onClose = jest.fn();
  const rendered = renderPlatform(
    <FormDialog
      title="Merge a"
      submit="Merge"
      request={REQUEST}
      fields={['destination']}
      onClose={onClose}
    >
      <span>The form</span>
    </FormDialog>,
    { api },
  );
  return { ...rendered, onClose };
}

const ask = () => screen.findByRole('button', { name: 'Ask for approval' });

describe('a form whose operation needs approval', () => {
  it('asks for it with words for the approvers, in place of doing it', async () => {
    const { api, baseElement, onClose } = open(planWith('needed'));
    const button = await ask();
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
    expect(
      screen.getByText('Checked: this can be done once it is approved.'),
    ).toBeVisible();
    expect(
      screen.getByText(/decided by a member of sales-team or olga/),
    ).toBeVisible();
    // Said once, in words, and not again as an error.
    expect(screen.queryByText('It needs approval.')).toBeNull();
    expect(await axeViolations(baseElement)).toEqual([]);
    await fillIn(
      screen.getByLabelText('What the approvers should know'),
      ' It is checked. ',
    );
    await userEvent.click(button);
    expect(await screen.findByText(/sales-lake: asked\./)).toBeVisible();
    // Whether anybody is notified is up to the portal's configuration: no word of it.
    expect(
      screen.getByText(/Once it is approved, it can be done/),
    ).toBeVisible();
    expect(api.approvalCalls).toEqual([
      { did: 'request', request: REQUEST, comment: 'It is checked.' },
    ]);
    expect(api.started).toEqual([]);
    expect(
      screen.getByRole('link', { name: 'Open the request' }),
    ).toHaveAttribute('href', '/data-platform/approvals?approval=apr-1');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('cannot be asked for while something else is wrong', async () => {
    open(
      planWith('needed', [
        { level: 'error', message: 'Data lies uncommitted.' },
      ]),
    );
    expect(await screen.findByText('Data lies uncommitted.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(/protects it/)).toBeVisible();
  });

  it('shows a request that waits, and leads to it', async () => {
    open(planWith('requested', [], []));
    expect(await screen.findByText(/it waits for approval/)).toBeVisible();
    expect(
      screen.getByText(/decided by an administrator of the platform/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
    expect(
      screen.getByRole('link', { name: 'Open the request' }),
    ).toHaveAttribute('href', '/data-platform/approvals?approval=apr%2F1');
  });

  it.each(['rejected', 'stale'] as const)(
    'can be asked for again when it was %s',
    async state => {
      open(planWith(state));
      expect(await ask()).toBeEnabled();
    },
  );

  it('is done as ever once it is approved', async () => {
    const { api } = open(planWith('approved'));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Merge' })).toBeEnabled(),
    );
    expect(screen.getByText('Approved: it can be done now.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(api.started).toHaveLength(1));
  });

  it('says why it could not be asked for, and keeps the words', async () => {
    const { api } = open(planWith('needed'));
    api.approvalAnswer = () => {
      throw new DataPlatformError(409, 'ConflictError', 'It moved meanwhile.');
    };
    await ask();
    await userEvent.type(screen.getByRole('textbox'), 'Why');
    await userEvent.click(await ask());
    expect(await screen.findByText('It moved meanwhile.')).toBeVisible();
    expect(screen.getByRole('textbox')).toHaveValue('Why');
    expect(await ask()).toBeEnabled();
  });
});
