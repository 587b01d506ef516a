import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  Operation,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { lakeApi } from '../__testUtils__/lakeApi';
import { repositoryFixture } from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { NewBranchButton } from './NewBranchButton';

const user = userEvent.setup({ delay: null });
const jobs = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'orders-product', namespace: 'default' },
    relations: [{ type: 'partOf', targetRef: 'domain:default/sales' }],
  },
  ...[
    ['orders-daily', 'orders-product'],
    ['crm-daily', 'crm-product'],
  ].map(([name, product]) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'spark-job' },
    relations: [{ type: 'partOf', targetRef: `system:default/${product}` }],
  })),
];
const groups = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'sales-team', namespace: 'default', title: 'Sales' },
    spec: { type: 'team', children: [] },
  },
];

async function open(from?: string, api = lakeApi()) {
  const rendered = renderLake(
    <NewBranchButton repository={repositoryFixture()} from={from} />,
    { api, entities: [...groups, ...jobs] },
  );
  await user.click(
    await screen.findByRole('button', {
      name: from ? 'New branch from it…' : 'New data branch…',
    }),
  );
  return { ...rendered, dialog: await screen.findByRole('dialog') };
}

const done = (patch: Partial<Operation>): Operation => ({
  id: 'op-1',
  operation: 'lakefs:branch-create',
  title: 'Create branch fix',
  actor: 'user:default/ada',
  state: 'done',
  steps: [],
  createdAt: '2026-11-22T10:00:00Z',
  ...patch,
});
const runDone = done({
  operation: 'spark-job:run',
  title: 'Run orders-daily',
  output: { name: 'orders-daily-77' },
});

/** Of the plan of the fixtures all but the warnings. */
function nothingFound(api: ReturnType<typeof lakeApi>): Plan {
  return { ...(api.planResult as Plan), findings: [] };
}

/** Makes branch `fix`, with a job to run on it. */
async function makeWithJob(api: ReturnType<typeof lakeApi>, argument?: string) {
  const { dialog, ...rendered } = await open(undefined, api);
  await fillIn(within(dialog).getByLabelText(/^Name/), 'fix');
  await user.click(
    await within(dialog).findByRole('button', { name: /Run a job on it/ }),
  );
  const jobOption = await screen.findByRole('option', { name: 'orders-daily' });
  // Of the domain alone.
  expect(screen.queryByRole('option', { name: 'crm-daily' })).toBeNull();
  await user.click(jobOption);
  if (argument) {
    await user.click(within(dialog).getByText('Add an argument'));
    await fillIn(within(dialog).getByLabelText('Argument 1'), argument);
  }
  const create = within(dialog).getByText('Create and run').closest('button')!;
  await waitFor(() => expect(create).toBeEnabled());
  await user.click(create);
  return { ...rendered, dialog };
}

describe('new data branch', () => {
  it('says as it is typed why a name cannot be, and what would do', async () => {
    const { api, dialog } = await open();
    const name = within(dialog).getByRole('textbox', { name: /^Name/ });
    await fillIn(name, 'feature/é.1');
    await within(dialog).findByText(/"feature-e-1" would do/);
    expect(name).toBeInvalid();
    expect(
      within(dialog).getByRole('button', { name: 'Create' }),
    ).toBeDisabled();
    expect(api.planned).toEqual([]);
  });

  it('makes one from a tag that the server found, and leads to it', async () => {
    const { api, dialog, baseElement } = await open();
    await fillIn(within(dialog).getByLabelText(/^Name/), 'fix');
    await fillIn(
      within(dialog).getByRole('combobox', { name: /^From/ }),
      'orders-2026',
    );
    await user.click(
      await screen.findByRole('option', { name: /orders-2026-q3/ }),
    );
    await waitFor(() =>
      expect(
        within(dialog).getByRole('combobox', { name: /^From/ }),
      ).toHaveValue('orders-2026-q3'),
    );
    await fillIn(within(dialog).getByLabelText(/^Purpose/), 'prices');
    await user.click(within(dialog).getByRole('button', { name: /Owner/ }));
    await user.click(await screen.findByRole('option', { name: 'Sales' }));
    expect(await axeViolations(baseElement)).toEqual([]);
    const create = within(dialog).getByRole('button', { name: 'Create' });
    await waitFor(() => expect(create).toBeEnabled());
    await user.click(create);
    await user.click(
      await within(dialog).findByRole('button', { name: 'Open the branch' }),
    );
    expect(api.started).toEqual([
      expect.objectContaining({
        operation: 'lakefs:branch-create',
        resourceId: 'repository-sales-lake',
        input: {
          name: 'fix',
          source: 'orders-2026-q3',
          purpose: 'prices',
          owner: 'group:default/sales-team',
          days: 14,
        },
      }),
    ]);
    expect(screen.getByTestId('location')).toHaveTextContent(
      '/catalog/default/resource/sales-lake/branches?branch=fix',
    );
  });

  it('runs a job on it once it is made, and leads to its runs', async () => {
    const api = lakeApi();
    api.planResult = nothingFound(api);
    api.operationStates = [done({}), runDone];
    const { dialog, baseElement } = await makeWithJob(
      api,
      '--to={{branch.uri}}/orders',
    );
    await within(dialog).findByText(/It is called orders-daily-77/);
    expect(dialog).toHaveTextContent('Create branch fix: done.');
    expect(api.started).toMatchObject([
      { operation: 'lakefs:branch-create', input: { name: 'fix' } },
      {
        operation: 'spark-job:run',
        entityRef: 'component:default/orders-daily',
        input: {
          branch: { source: 'lake', repository: 'sales-lake', branch: 'fix' },
          arguments: ['--to={{branch.uri}}/orders'],
        },
      },
    ]);
    expect(await axeViolations(baseElement)).toEqual([]);
    await user.click(within(dialog).getByText('Open the branch'));
    expect(screen.getByTestId('location')).toHaveTextContent(
      /branches\?branch=fix&view=runs$/,
    );
  });

  it('tells a branch that is made from a job that cannot run on it, and tries again', async () => {
    const api = lakeApi();
    const good = nothingFound(api);
    let found: Plan['findings'] = [
      { level: 'error', message: 'The quota has no CPU left.' },
    ];
    api.plan = async request =>
      request.operation === 'spark-job:run'
        ? {
            ...good,
            findings: found,
            ok: found.every(({ level }) => level !== 'error'),
          }
        : good;
    api.operationStates = [done({}), runDone];
    const { dialog } = await makeWithJob(api);
    await within(dialog).findByText(
      'fix is made, but orders-daily cannot run on it like this.',
    );
    expect(dialog).toHaveTextContent('Create branch fix: done.');
    expect(dialog).toHaveTextContent('The quota has no CPU left.');
    expect(dialog).toHaveTextContent('The branch stays.');
    expect(within(dialog).getByText('Open the job')).toHaveAttribute(
      'href',
      '/catalog/default/component/orders-daily',
    );
    expect(api.started).toHaveLength(1);
    found = [{ level: 'warning', message: 'It is slow.' }];
    await user.click(within(dialog).getByText('Check again'));
    // Nobody has seen that yet: it is not started unasked.
    await within(dialog).findByText('It is slow.');
    expect(api.started).toHaveLength(1);
    await user.click(within(dialog).getByText('Start it even so'));
    await within(dialog).findByText(/It is called orders-daily-77/);
    expect(api.started).toHaveLength(2);
  });

  it.each([
    [
      'no',
      new DataPlatformError(403, 'Error', 'No.'),
      /orders-daily was not started on it/,
    ],
    [
      'nothing',
      new Error('The portal could not be reached.'),
      /nobody knows whether orders-daily was started/,
    ],
  ])(
    'says what is known when the start is answered with %s',
    async (_, error, words) => {
      const api = lakeApi();
      const start = api.start.bind(api);
      api.planResult = nothingFound(api);
      api.operationStates = [done({})];
      api.start = async request => {
        if (request.operation === 'spark-job:run') {
          throw error;
        }
        return start(request);
      };
      const { dialog } = await makeWithJob(api);
      expect(await within(dialog).findByText(words)).toBeVisible();
    },
  );

  it('begins with the branch that it was asked of, and can live for ever', async () => {
    const { api, dialog } = await open('returns-wip');
    expect(within(dialog).getByRole('combobox', { name: /^From/ })).toHaveValue(
      'returns-wip',
    );
    await user.type(
      within(dialog).getByRole('textbox', { name: /^Name/ }),
      'x',
    );
    await user.click(within(dialog).getByRole('button', { name: /Lives for/ }));
    await user.click(
      await screen.findByRole('option', { name: /Until somebody/ }),
    );
    await waitFor(() =>
      expect(api.planned.at(-1)?.input).toEqual({
        name: 'x',
        source: 'returns-wip',
      }),
    );
  });

  it.each([
    [{ mayOperate: false }, /Ask the owner of the data domain/],
    [{ readOnly: true }, /sales-lake is read-only/],
  ])('says why not: %j', async (patch, words) => {
    renderLake(<NewBranchButton repository={repositoryFixture(patch)} />);
    const button = await screen.findByRole('button');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.tab();
    await waitFor(() => expect(button).toHaveFocus());
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
