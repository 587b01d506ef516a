import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Approval } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  approvalFixture,
  approvalFixtures,
  demoApi,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { ApprovalDrawer } from './ApprovalDrawer';

const ago = agoFrom(Date.now());

function open(approval: Approval) {
  const api = demoApi();
  let now = approval;
  api.views.approval = () => now;
  api.approvalAnswer = ({ did, comment }) => {
    const decision = did === 'approve' || did === 'reject' ? did : undefined;
    now = {
      ...now,
      comments: [
        ...now.comments,
        {
          id: `com-${now.comments.length + 1}`,
          by: 'user:default/ada',
          at: ago(0),
          text: comment ?? '',
          ...(decision && { decision }),
        },
      ],
      ...(decision && {
        state: decision === 'approve' ? 'approved' : 'rejected',
        mayDecide: false,
        decidedBy: 'user:default/ada',
      }),
      ...(did === 'withdraw' && { state: 'withdrawn', mayWithdraw: false }),
    };
    // What is read from now on is not what was read before.
    api.push({});
    return now;
  };
  const onClose = jest.fn();
  const rendered = renderScreen(
    <ApprovalDrawer id={approval.id} onClose={onClose} />,
    { api },
  );
  return { ...rendered, onClose };
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const type = async (text: string) =>
  fillIn(await screen.findByLabelText('Your comment'), text);

describe('ApprovalDrawer', () => {
  it('says what is asked for, in words, and shows text as text', async () => {
    const { baseElement } = open(approvalFixture(ago));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('source-wins');
    expect(dialog).toHaveTextContent('Strategysource-wins');
    expect(dialog).toHaveTextContent('Squashyes');
    expect(dialog).toHaveTextContent('Source, as looked atc0ffee111111');
    expect(dialog).toHaveTextContent('Destination, as looked atmain-2');
    expect(dialog).toHaveTextContent('<b>Prices</b> as text');
    expect(dialog).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(dialog.querySelector('img, b')).toBeNull();
    expect(
      within(dialog).getByRole('link', { name: 'See what it would change' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/sales-lake/branches?branch=price-as-text&view=diff',
    );
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('approves without a word', async () => {
    const { api } = open(approvalFixture(ago));
    await press('Approve');
    expect(
      await screen.findByText(/Approved by ada. olga can do it now/),
    ).toBeVisible();
    expect(screen.getByText('approved it')).toBeVisible();
    expect(api.approvalCalls).toEqual([
      { did: 'approve', id: 'apr-1', comment: undefined },
    ]);
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('wants a reason for a rejection', async () => {
    const { api, baseElement } = open(approvalFixture(ago));
    await press('Reject');
    expect(
      await screen.findByText('Say why, so that olga knows what to do.'),
    ).toBeVisible();
    expect(await axeViolations(baseElement)).toEqual([]);
    expect(api.approvalCalls).toEqual([]);
    await type('  The prices are wrong. ');
    await press('Reject');
    expect(await screen.findByText(/Rejected by ada/)).toBeVisible();
    expect(api.approvalCalls).toEqual([
      { did: 'reject', id: 'apr-1', comment: 'The prices are wrong.' },
    ]);
    expect(screen.getByRole('textbox')).toHaveValue('');
  });

  it('wants a reason of an administrator who is no approver', async () => {
    const { api } = open(approvalFixture(ago, { mustComment: true }));
    expect(
      await screen.findByText(/You decide as an administrator/),
    ).toBeVisible();
    await press('Approve');
    expect(api.approvalCalls).toEqual([]);
    expect(await screen.findByText(/Say why/)).toBeVisible();
  });

  it('takes a comment alone', async () => {
    const { api } = open(approvalFixture(ago));
    expect(
      await screen.findByRole('button', { name: 'Comment only' }),
    ).toBeDisabled();
    await type('Which prices?');
    await press('Comment only');
    await waitFor(() =>
      expect(
        screen.getByRole('list', { name: 'What was said' }),
      ).toHaveTextContent('Which prices?'),
    );
    expect(api.approvalCalls[0]).toMatchObject({ did: 'comment' });
  });

  it('says why the person may not decide', async () => {
    open(
      approvalFixture(ago, {
        mayDecide: false,
        mayNotDecide: 'You asked for it yourself.',
        mayWithdraw: true,
      }),
    );
    expect(await screen.findByText('You asked for it yourself.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    await press('Withdraw the request');
    expect(await screen.findByText(/took it back/)).toBeVisible();
  });

  it('tells of one that was decided meanwhile, and shows it as it is', async () => {
    const { api } = open(approvalFixture(ago));
    api.approvalAnswer = () => {
      api.push({
        approval: approvalFixture(ago, {
          state: 'rejected',
          mayDecide: false,
          decidedBy: 'user:default/nils',
        }),
      });
      throw new DataPlatformError(
        409,
        'ConflictError',
        'It was decided by nils meanwhile.',
      );
    };
    await type('Fine');
    await press('Approve');
    expect(
      await screen.findByText('It was decided by nils meanwhile.'),
    ).toBeVisible();
    expect(await screen.findByText(/Rejected by nils/)).toBeVisible();
    expect(screen.getByRole('textbox')).toHaveValue('Fine');
  });

  it('is carried out by who asked, as it was asked for', async () => {
    const [, approved] = approvalFixtures(ago);
    const { api } = open(approved);
    expect(
      await screen.findByText(/administers the platform and is none of/),
    ).toBeVisible();
    await press('Do it now');
    await waitFor(() =>
      expect(api.planned).toMatchObject([
        {
          operation: 'lakefs:merge',
          resourceId: 'branch-1',
          input: approved.request.input,
        },
      ]),
    );
  });

  it.each([
    ['done', 'Approved by nils, and done.'],
    ['stale', /main has moved since/],
    ['withdrawn', /took it back/],
  ] as const)('tells of one that is %s', async (state, text) => {
    open(approvalFixtures(ago).find(one => one.state === state)!);
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog).toHaveTextContent(text));
  });

  it('leads to how it was done', async () => {
    open(approvalFixtures(ago).find(({ state }) => state === 'done')!);
    expect(
      await screen.findByRole('link', { name: 'See how it was done' }),
    ).toHaveAttribute('href', '/data-platform/activity?operation=op-merge');
  });
});
