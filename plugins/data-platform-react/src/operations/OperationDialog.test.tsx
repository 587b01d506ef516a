import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Plan } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '../api/DataPlatformError';
import {
  agoFrom,
  approvalFixture,
  demoApi,
  operationFixture,
  operationFixtures,
  planFixture,
} from '../testUtils';
import { axeViolations } from '../testScreen';
import { renderPlatform } from '../testScreen';
import { OperationDialog } from './OperationDialog';

const ago = agoFrom(Date.now());
const [run, stop] = operationFixtures(true);

function open(availability = run, api = demoApi()) {
  const onClose = jest.fn();
  const rendered = renderPlatform(
    <OperationDialog
      availability={availability}
      request={{ operation: availability.id, entityRef: 'component:default/a' }}
      subject="orders-daily"
      onClose={onClose}
    />,
    { api },
  );
  return { ...rendered, onClose };
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('OperationDialog', () => {
  it('shows the plan with its findings, and does it on demand', async () => {
    const { api, baseElement, onClose } = open();
    expect(
      await screen.findByText(/Create SparkApplication orders-daily-1719 in/),
    ).toBeVisible();
    expect(screen.getByText('spec.executor.memory')).toBeVisible();
    expect(screen.getByText('Use 3g or more.')).toBeVisible();
    expect(
      screen.getByText('Done as you. The cluster accepted a trial.'),
    ).toBeVisible();
    expect(await axeViolations(baseElement)).toEqual([]);
    expect(api.started).toHaveLength(0);
    await press('Run now');
    expect(
      await screen.findByText(/started. It is called orders-daily-1719/),
    ).toBeVisible();
    expect(api.started).toHaveLength(1);
    await press('Done');
    expect(onClose).toHaveBeenCalled();
  });

  it('asks before it destroys', async () => {
    open(stop);
    expect(await screen.findByText(/Stop this run\?/)).toBeVisible();
  });

  it('does not offer what an error speaks against', async () => {
    const api = demoApi();
    const plan: Plan = {
      ...planFixture(),
      ok: false,
      steps: [
        {
          id: 'cancel',
          verb: 'cancel',
          title: 'Start no more runs',
          identity: 'portal',
          dryRun: 'skipped',
        },
      ],
      findings: [
        { level: 'warning', message: 'second' },
        { level: 'error', message: 'The quota has no CPU left.' },
      ],
    };
    api.planResult = plan;
    open(run, api);
    const findings = await screen.findByRole('list', { name: 'Findings' });
    expect(findings).toHaveTextContent(/^Error.*Warning/);
    expect(screen.getByRole('button', { name: 'Run now' })).toBeDisabled();
    // What no cluster does was not left untried on one.
    expect(screen.getByText('Done by the portal.')).toBeVisible();
    expect(screen.queryByText(/Not tried on the cluster/)).toBeNull();
  });

  it('asks for the approval that it needs, in place of doing it', async () => {
    const api = demoApi();
    api.planResult = {
      ...planFixture(),
      ok: false,
      findings: [
        { level: 'warning', message: 'second' },
        { level: 'error', code: 'ApprovalNeeded', message: 'Needs approval.' },
      ],
      approval: {
        reason: 'What was approved has changed.',
        approverRefs: ['group:default/sales-team'],
        state: 'stale',
      },
    };
    api.approvalAnswer = () => approvalFixture(ago);
    open(run, api);
    const words = await screen.findByLabelText(
      'What the approvers should know',
    );
    expect(screen.getByText('second')).toBeVisible();
    // Said once, in words, and not again as an error.
    expect(screen.queryByText('Needs approval.')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Run now' })).toBeNull();
    await userEvent.click(words);
    await userEvent.paste(' Why ');
    await press('Ask for approval');
    expect(await screen.findByText(/sales-lake: asked\./)).toBeVisible();
    expect(screen.queryByText('second')).toBeNull();
    expect(api.approvalCalls).toEqual([
      {
        did: 'request',
        request: { operation: run.id, entityRef: 'component:default/a' },
        comment: 'Why',
      },
    ]);
    expect(api.started).toEqual([]);
  });

  it('says that it is not allowed', async () => {
    const api = demoApi();
    api.planResult = new DataPlatformError(
      403,
      'NotAllowedError',
      'backstage:user:default/ada may not create SparkApplications.',
    );
    open(run, api);
    expect(await screen.findByText('You may not do this.')).toBeVisible();
    expect(screen.getByText(/user:default\/ada may not create/)).toBeVisible();
    api.planResult = planFixture();
    await press('Check again');
    expect(await screen.findByText('Use 3g or more.')).toBeVisible();
  });

  it('says why it did not work, and which step', async () => {
    const api = demoApi();
    api.operationStates = [
      operationFixture(ago, 'failed', 'The cluster refused: exceeded quota.'),
    ];
    open(run, api);
    await press('Run now');
    expect(await screen.findByText('This did not work.')).toBeVisible();
    expect(screen.getAllByText(/exceeded quota/)).toHaveLength(2);
    expect(screen.getByText('(failed)')).toBeVisible();
  });

  it('can be closed while it goes on', async () => {
    const api = demoApi();
    api.operationStates = [operationFixture(ago, 'running')];
    api.operation = () => new Promise(() => undefined);
    const { onClose } = open(run, api);
    await press('Run now');
    await press('Close, it goes on');
    expect(onClose).toHaveBeenCalled();
  });

  it('reads the screen again when it is done', async () => {
    const { api } = open();
    await press('Run now');
    await screen.findByText(/It is called/);
    await waitFor(() => expect(api.started).toHaveLength(1));
  });
});
