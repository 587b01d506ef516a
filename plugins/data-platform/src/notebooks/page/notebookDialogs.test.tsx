import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  notebookDetailFixture,
  notebookOptionsFixture,
  planFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../../__testUtils__/renderScreen';
import { DeleteDialog } from './DeleteDialog';
import { ResizeDialog } from './ResizeDialog';
import { resizeInput } from './resizeInput';

const ago = agoFrom(Date.now());
const { server, volumes } = notebookDetailFixture(ago);
const workspace = notebookDetailFixture(ago, 'workspace').server;
const about = {
  title: 'ada-orders',
  server,
  volumes,
  onClose: () => undefined,
};

describe('resizeInput', () => {
  it('is what differs', () => {
    const now = { cpu: '500m', memory: '2Gi' };
    expect(resizeInput(server, now, undefined)).toBeUndefined();
    expect(resizeInput(server, { ...now, cpu: '2' }, undefined)).toEqual({
      cpu: '2',
    });
  });

  it.each([
    ['0.5', '2048Mi', undefined],
    ['0.5', '2147483648', undefined],
    ['0.50', '4Gi', { memory: '4Gi' }],
    ['501m', '2Gi', { cpu: '501m' }],
    ['half', '2Gi', { cpu: 'half' }],
    ['', '', undefined],
  ])('compares amounts, not texts: %s and %s', (cpu, memory, input) => {
    expect(resizeInput(server, { cpu, memory }, undefined)).toEqual(input);
  });

  it('says that a GPU is given back', () => {
    const gpu = { key: 'nvidia.com/gpu', count: 2 };
    const holder = { ...server, gpu };
    const now = { cpu: '500m', memory: '2Gi' };
    expect(resizeInput(holder, now, undefined)).toEqual({
      gpu: { key: 'nvidia.com/gpu', count: 0 },
    });
    expect(resizeInput(holder, { ...now, gpu }, undefined)).toBeUndefined();
    expect(resizeInput(server, { ...now, gpu }, undefined)).toEqual({ gpu });
  });

  it('is an option of the kind for the second generation', () => {
    expect(resizeInput(workspace, { cpu: '9' }, undefined)).toBeUndefined();
    expect(resizeInput(workspace, {}, 'big_gpu')).toBeUndefined();
    expect(resizeInput(workspace, {}, 'tiny')).toEqual({ podConfig: 'tiny' });
  });
});

describe('ResizeDialog', () => {
  it('says that it restarts, what is left, and shows the plan', async () => {
    const { api, baseElement } = renderScreen(<ResizeDialog {...about} />);
    expect(
      await screen.findByText(/It restarts with the new size/),
    ).toBeVisible();
    const cpu = await screen.findByRole('textbox', { name: /CPU/ });
    expect(
      screen.getByRole('button', { name: 'Change the size' }),
    ).toBeDisabled();
    await userEvent.clear(cpu);
    await userEvent.type(cpu, '2');
    expect(await screen.findByText(/After this: 6 of 8 cores/)).toBeVisible();
    const submit = screen.getByRole('button', { name: 'Change the size' });
    await waitFor(() => expect(submit).toBeEnabled());
    expect(await axeViolations(baseElement)).toEqual([]);
    await userEvent.click(submit);
    await waitFor(() =>
      expect(api.started[0]).toMatchObject({
        operation: 'notebook:resize',
        resourceId: 'nb-ada-orders',
        input: { cpu: '2' },
      }),
    );
  });

  it('refuses what the quota has no room for, at the field', async () => {
    const { api } = renderScreen(<ResizeDialog {...about} />);
    const cpu = await screen.findByRole('textbox', { name: /CPU/ });
    await userEvent.clear(cpu);
    await userEvent.type(cpu, '5');
    // 4.5 of 8 in use, half a core of it by this server.
    expect(
      await screen.findByText(/this would make 9 of 8; 3.5 is left/),
    ).toBeVisible();
    expect(cpu).toBeInvalid();
    expect(
      screen.getByRole('button', { name: 'Change the size' }),
    ).toBeDisabled();
    expect(api.planned.some(({ input }) => input?.cpu === '5')).toBe(false);
  });

  it.each([
    ['none at all', [], 'The domain has no quota.'],
    ['one that this counts for', undefined, 'This takes no more of the quota'],
  ])(
    'says of the quota, %s, before anything changes',
    async (_, quota, text) => {
      const api = demoApi();
      const options = notebookOptionsFixture();
      api.views.notebookOptions = { ...options, quota: quota ?? options.quota };
      renderScreen(<ResizeDialog {...about} />, { api });
      const estimate = await screen.findByRole('region', { name: 'Estimate' });
      expect(within(estimate).getByRole('status')).toHaveTextContent(text);
    },
  );

  it('leaves lines of a quota that people do not think in to their bars', async () => {
    const api = demoApi();
    const limits = {
      resource: 'limits.cpu',
      label: 'CPU limit',
      used: '1',
      hard: '9',
      ratio: 0.1,
    };
    api.views.notebookOptions = {
      ...notebookOptionsFixture(),
      quota: [limits],
    };
    renderScreen(<ResizeDialog {...about} />, { api });
    const cpu = await screen.findByRole('textbox', { name: /CPU/ });
    await userEvent.clear(cpu);
    await userEvent.type(cpu, '1');
    const estimate = screen.getByRole('region', { name: 'Estimate' });
    expect(await within(estimate).findByText('CPU limit')).toBeVisible();
    expect(within(estimate).getByRole('status')).toBeEmptyDOMElement();
  });

  it('does not take a quota that could not be read for none', async () => {
    const api = demoApi();
    const message = 'The portal may not: resourcequotas is forbidden.';
    api.views.notebookOptions = {
      ...notebookOptionsFixture(),
      quota: [],
      problems: [{ part: 'quota', message }],
    };
    renderScreen(<ResizeDialog {...about} />, { api });
    expect(
      await screen.findByText('The quota of the domain could not be read.'),
    ).toBeVisible();
    expect(screen.queryByText('The domain has no quota.')).toBeNull();
  });

  it('asks for the offer of the very namespace, which may be the second of its domain', async () => {
    const { resource } = server;
    const there = {
      ...server,
      resource: { ...resource, source: 'us-1', namespace: 'sales-dev' },
    };
    const { api } = renderScreen(<ResizeDialog {...about} server={there} />);
    await screen.findByRole('textbox', { name: /CPU/ });
    expect(api.reads).toContainEqual({
      name: 'notebookOptions',
      query: {
        domainRef: 'domain:default/sales',
        source: 'us-1',
        namespace: 'sales-dev',
      },
    });
  });

  it('says why nothing is offered where the namespace belongs to no domain', async () => {
    const { domainRef, ...resource } = server.resource;
    expect(domainRef).toBeDefined();
    const { api } = renderScreen(
      <ResizeDialog {...about} server={{ ...server, resource }} />,
    );
    expect(
      await screen.findByText(/Namespace sales on cluster eu-1 belongs to no/),
    ).toBeVisible();
    expect(api.reads).toEqual([]);
  });

  it('puts a GPU too many at the size of a workspace', async () => {
    const api = demoApi();
    const options = notebookOptionsFixture();
    api.views.notebookOptions = {
      ...options,
      quota: options.quota
        .filter(({ resource }) => resource.includes('gpu'))
        .map(line => ({ ...line, used: '2' })),
    };
    const small = { ...workspace.options!, podConfig: 'tiny' };
    renderScreen(
      <ResizeDialog {...about} server={{ ...workspace, options: small }} />,
      { api },
    );
    await userEvent.click(
      await screen.findByRole('radio', { name: /Big GPU/ }),
    );
    const sizes = screen.getByRole('group', { name: 'Size' });
    expect(within(sizes).getByRole('alert')).toHaveTextContent(
      /GPUs: this would make 3 of 2/,
    );
    expect(screen.getByText(/Put right what is marked first/)).toBeVisible();
  });

  it('gives nothing back of a server that holds nothing', async () => {
    const off = notebookDetailFixture(ago, 'stopped').server;
    renderScreen(<ResizeDialog {...about} server={off} />);
    expect(
      await screen.findByText(/when it is started the next time/),
    ).toBeVisible();
    expect(await screen.findByText(/After this: 5 of 8 cores/)).toBeVisible();
  });

  it('offers the sizes of the kind for a workspace', async () => {
    const { api } = renderScreen(
      <ResizeDialog {...about} server={workspace} />,
    );
    expect(await screen.findByRole('radio', { name: /Big GPU/ })).toBeChecked();
    expect(api.planned).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: /Tiny/ }));
    await waitFor(() =>
      expect(api.planned.at(-1)?.input).toEqual({ podConfig: 'tiny' }),
    );
  });

  it('says that the kind of a workspace is gone', async () => {
    const second = { ...workspace, options: { kind: 'removed' } };
    renderScreen(<ResizeDialog {...about} server={second} />);
    expect(
      await screen.findByText(
        /removed.*is not offered on the cluster any more/,
      ),
    ).toBeVisible();
  });

  it('does not take kinds that could not be read for gone', async () => {
    const api = demoApi();
    api.views.notebookOptions = {
      ...notebookOptionsFixture(),
      workspaceKinds: [],
      problems: [{ part: 'workspaceKinds', message: 'No answer in 10 s.' }],
    };
    renderScreen(<ResizeDialog {...about} server={workspace} />, { api });
    expect(await screen.findByText('No answer in 10 s.')).toBeVisible();
    expect(screen.getByText(/jupyterlab.*could not be read/)).toBeVisible();
    expect(screen.queryByText(/any more/)).toBeNull();
  });

  it('says why the offer cannot be had', async () => {
    const api = demoApi();
    delete api.views.notebookOptions;
    renderScreen(<ResizeDialog {...about} />, { api });
    expect(
      await screen.findByText('Could not load what the cluster offers.'),
    ).toBeVisible();
  });
});

describe('DeleteDialog', () => {
  it('keeps the volumes unless told, and shows what the plan says of each', async () => {
    const api = demoApi();
    api.plan = async request => ({
      ...planFixture(),
      findings: [
        {
          level: 'warning',
          message: `\`ada-orders-home\`: ${request.input?.volumes}.`,
        },
      ],
    });
    renderScreen(<DeleteDialog {...about} />, { api });
    expect(await screen.findByText('ada-orders-home')).toBeVisible();
    expect(screen.getByText(/: keep\./)).toBeVisible();
    const dialog = screen.getByRole('dialog');
    expect(await axeViolations(dialog)).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: /Delete them/ }));
    expect(await screen.findByText(/: delete\./)).toBeVisible();
    const submit = screen.getByRole('button', { name: 'Delete the server' });
    await waitFor(() => expect(submit).toBeEnabled());
    await userEvent.click(submit);
    await waitFor(() =>
      expect(api.started[0]).toMatchObject({
        operation: 'notebook:delete',
        resourceId: 'nb-ada-orders',
        input: { volumes: 'delete' },
      }),
    );
  });

  it('says that a server without volumes loses all', async () => {
    renderScreen(<DeleteDialog {...about} volumes={[]} />);
    expect(await screen.findByText('It has no volumes.')).toBeVisible();
  });
});
