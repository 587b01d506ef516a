import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  demoApi,
  jobFixture,
  operationFixture,
  planFixture,
  seriesFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { jobEntity, renderScreen } from '../__testUtils__/renderScreen';
import { BackfillDialog } from './BackfillDialog';
import { CloneDialog } from './CloneDialog';
import { EditDefinitionDialog } from './EditDefinitionDialog';
import { JobDialogProps, jobSubject } from './JobSubject';
import { RunWithDialog } from './RunWithDialog';

const ago = agoFrom(Date.now());
const entity = {
  ...jobEntity,
  metadata: {
    ...jobEntity.metadata,
    annotations: { 'millrace.dev/date-argument': '--date={date}' },
  },
};
const subject = jobSubject(entity, jobFixture(ago));
const product = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'orders', namespace: 'default', title: 'Orders' },
  spec: { type: 'data-product', owner: 'sales-team' },
};

function open(
  JobDialog: (props: JobDialogProps) => JSX.Element,
  api = demoApi(),
  about = subject,
) {
  const onClose = jest.fn();
  const rendered = renderScreen(
    <JobDialog subject={about} onClose={onClose} />,
    { api, entities: [product] },
  );
  return { ...rendered, onClose };
}

const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
const replace = (name: string | RegExp, text: string) =>
  fillIn(field(name), text);
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const lastPlanned = (api: ReturnType<typeof demoApi>) => api.planned.at(-1);

describe('RunWithDialog', () => {
  it('begins with the definition, and plans as it is typed', async () => {
    const { api, baseElement } = open(RunWithDialog);
    expect(await screen.findByText('Checked: this can be done.')).toBeVisible();
    expect(field('Argument 1')).toHaveValue('--full');
    const executor = screen.getByRole('group', { name: 'Each executor' });
    expect(within(executor).getByLabelText('Memory')).toHaveValue('2g');
    expect(within(executor).getByLabelText('How many')).toHaveValue('3');
    // The finding stands at the field that it is about.
    expect(within(executor).getByText(/killed for memory/)).toBeVisible();
    expect(lastPlanned(api)?.input).toEqual({});
    expect(await axeViolations(baseElement)).toEqual([]);

    await fillIn(within(executor).getByLabelText('Memory'), '4g');
    await press('Add an argument');
    await userEvent.type(field('Argument 3'), '-v');
    await press('Remove argument 1');
    await waitFor(() =>
      expect(lastPlanned(api)?.input).toEqual({
        arguments: ['--date=2026-11-21', '-v'],
        executor: { memory: '4g' },
      }),
    );
  });

  it('starts it once and follows it to the end', async () => {
    const { api, onClose } = open(RunWithDialog);
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Start the run' }),
      ).toBeEnabled(),
    );
    await press('Start the run');
    expect(
      await screen.findByText(/started. It is called orders-daily-1719/),
    ).toBeVisible();
    expect(api.started).toHaveLength(1);
    expect(api.started[0].idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
    await press('Done');
    expect(onClose).toHaveBeenCalled();
  });

  it('asks nothing of the server while a field is wrong', async () => {
    const { api } = open(RunWithDialog);
    await screen.findByText('Checked: this can be done.');
    const before = api.planned.length;
    const driver = screen.getByRole('group', { name: 'Driver' });
    await userEvent.type(within(driver).getByLabelText('Memory'), 'x');
    expect(
      await within(driver).findByText('Give it as 512m or 4g.'),
    ).toBeVisible();
    expect(within(driver).getByLabelText('Memory')).toBeInvalid();
    expect(
      screen.getByRole('button', { name: 'Start the run' }),
    ).toBeDisabled();
    expect(api.planned).toHaveLength(before);
  });

  it('says why it was refused, and goes back to the form', async () => {
    const api = demoApi();
    api.start = async () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'Not your domain.');
    };
    open(RunWithDialog, api);
    await screen.findByText('Checked: this can be done.');
    await press('Start the run');
    expect(await screen.findByText('Not your domain.')).toBeVisible();
    await press('Back to the form');
    expect(field('Argument 1')).toHaveValue('--full');
  });

  it('says that it may not be planned', async () => {
    const api = demoApi();
    api.planResult = new DataPlatformError(403, 'NotAllowedError', 'No role.');
    open(RunWithDialog, api);
    expect(await screen.findByText('You may not do this.')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Start the run' }),
    ).toBeDisabled();
  });
});

describe('BackfillDialog', () => {
  const fill = async (from: string, to: string) => {
    await fillIn(screen.getByLabelText('From'), from);
    await fillIn(screen.getByLabelText('To, inclusive'), to);
  };

  it('shows the dates and their number before it starts', async () => {
    const { api, baseElement } = open(BackfillDialog);
    expect(await screen.findByText(/Fill in the form/)).toBeVisible();
    expect(api.planned).toHaveLength(0);
    await fill('2026-11-01', '2026-11-05');
    expect(screen.getByText('5 runs')).toBeVisible();
    const dates = screen.getByRole('list', { name: 'Dates' });
    expect(within(dates).getAllByRole('listitem')).toHaveLength(5);
    expect(dates).toHaveTextContent('2026-11-05');
    await waitFor(() =>
      expect(lastPlanned(api)).toMatchObject({
        operation: 'spark-job:backfill',
        entityRef: 'component:default/orders-daily',
        input: {
          from: '2026-11-01',
          to: '2026-11-05',
          every: 'day',
          dateArgument: '--date={date}',
          parallel: 1,
          onFailure: 'stop',
        },
      }),
    );
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('shows the progress once it runs, and can be left', async () => {
    const api = demoApi();
    api.operationStates = [seriesFixture(ago)];
    api.operation = () => new Promise(() => undefined);
    const { onClose } = open(BackfillDialog, api);
    await screen.findByText(/Fill in the form/);
    await fill('2026-11-01', '2026-11-05');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Start 5 runs' }),
      ).toBeEnabled(),
    );
    await press('Start 5 runs');
    expect(
      await screen.findByRole('progressbar', { name: /Back-fill orders/ }),
    ).toHaveAttribute('aria-valuenow', '3');
    await press('Close, it goes on');
    expect(onClose).toHaveBeenCalled();
  });

  it('refuses a range that is upside down or too long', async () => {
    open(BackfillDialog);
    await screen.findByText(/Fill in the form/);
    await fill('2026-11-05', '2026-11-01');
    expect(
      await screen.findByText('The last date is before the first.'),
    ).toBeVisible();
    await fillIn(screen.getByLabelText('To, inclusive'), '2029-01-01');
    expect(await screen.findByText(/more than 366 runs/)).toBeVisible();
    await replace('At the same time', '11');
    expect(
      await screen.findByText('Give a number from 1 to 10.'),
    ).toBeVisible();
  });
});

describe('CloneDialog', () => {
  it('proposes a name and tells what is wrong with another', async () => {
    const { api, baseElement } = open(CloneDialog);
    await screen.findByText('Checked: this can be done.');
    expect(field('Name')).toHaveValue('orders-daily-copy');
    expect(await axeViolations(baseElement)).toEqual([]);
    await replace('Name', 'Orders');
    expect(await screen.findByText(/lower-case letters, digits/)).toBeVisible();
    await replace('Name', 'orders-weekly');
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Keep the schedule/ }),
    );
    await waitFor(() =>
      expect(lastPlanned(api)?.input).toEqual({
        name: 'orders-weekly',
        keepSchedule: true,
      }),
    );
  });
});

describe('a job that was made', () => {
  it('is opened once the catalog knows it', async () => {
    const api = demoApi();
    api.operationStates = [
      {
        ...operationFixture(ago, 'done'),
        output: { name: 'orders', entityRef: 'system:default/orders' },
      },
    ];
    const { onClose } = open(CloneDialog, api);
    await screen.findByText('Checked: this can be done.');
    await press('Create the job');
    await press('Open the job');
    await waitFor(() =>
      expect(screen.getByTestId('location')).toHaveTextContent(
        '/catalog/default/system/orders',
      ),
    );
    expect(onClose).toHaveBeenCalled();
  });
});

describe('EditDefinitionDialog', () => {
  it('plans nothing before a change, and says where the YAML is broken', async () => {
    const { api, baseElement } = open(EditDefinitionDialog);
    const text = await screen.findByRole('textbox', { name: /Manifest/ });
    expect(text).toHaveValue(subject.definition);
    expect(api.planned).toHaveLength(0);
    expect(await axeViolations(baseElement)).toEqual([]);
    await fillIn(text, 'kind: [');
    expect(await screen.findByText(/not valid YAML/)).toBeVisible();
    await fillIn(text, 'kind: SparkApplication');
    await waitFor(() =>
      expect(lastPlanned(api)).toMatchObject({
        operation: 'spark-job:update',
        input: { manifest: 'kind: SparkApplication' },
      }),
    );
  });

  it('edits what is registered, not what is shown with secrets masked', async () => {
    open(EditDefinitionDialog, demoApi(), { ...subject, manifest: 'a: b' });
    expect(
      await screen.findByRole('textbox', { name: /Manifest/ }),
    ).toHaveValue('a: b');
  });
});

describe('a plan with an error', () => {
  it('cannot be started', async () => {
    const api = demoApi();
    api.planResult = {
      ...planFixture(),
      ok: false,
      findings: [
        { level: 'error', field: 'arguments', message: 'Too many.' },
        { level: 'error', field: 'executor', message: 'Too large.' },
        { level: 'error', message: 'The quota has no CPU left.' },
      ],
    };
    open(RunWithDialog, api);
    const rest = await screen.findByRole('list', { name: 'Findings' });
    expect(rest).toHaveTextContent('The quota has no CPU left.');
    expect(rest).not.toHaveTextContent('Too many.');
    expect(
      screen.getByRole('group', { name: 'Each executor' }),
    ).toHaveTextContent('Too large.');
    expect(screen.getByRole('group', { name: 'Arguments' })).toHaveTextContent(
      'Too many.',
    );
    expect(
      screen.getByRole('button', { name: 'Start the run' }),
    ).toBeDisabled();
  });
});
