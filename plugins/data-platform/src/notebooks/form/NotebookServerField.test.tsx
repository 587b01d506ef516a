import { ComponentType, useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  demoApi,
  FakeDataPlatformApi,
  notebookOptionsFixture,
  planFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { domainEntity, renderScreen } from '../../__testUtils__/renderScreen';
import { freeText } from './GpuSelect';
import { NotebookInput } from './NotebookInput';
import { NotebookServerField } from './NotebookServerField';

const Field = NotebookServerField as ComponentType<
  Partial<Record<string, unknown>>
>;
const sales = { domain: 'domain:default/sales' };

/** The field in a form that keeps its value, as the template's does. */
function field(
  initial: NotebookInput = sales,
  options: { api?: FakeDataPlatformApi; rawErrors?: string[] } = {},
) {
  const last: { value: NotebookInput } = { value: initial };
  function Form() {
    const [value, setValue] = useState<NotebookInput>(initial);
    last.value = value;
    return (
      <Field
        schema={{}}
        uiSchema={{}}
        formData={value}
        rawErrors={options.rawErrors}
        onChange={setValue}
      />
    );
  }
  const rendered = renderScreen(<Form />, {
    api: options.api,
    entities: [domainEntity('sales'), domainEntity('marketing')],
  });
  return { ...rendered, last };
}

const complete: NotebookInput = {
  ...sales,
  name: 'ada-lab',
  generation: 1,
  image: 'scipy',
};

describe('NotebookServerField', () => {
  it('asks for the domain first, then shows what it offers', async () => {
    const { last, container } = field({});
    await userEvent.click(
      await screen.findByRole('button', { name: /Data domain/ }),
    );
    expect(screen.queryByText('Image')).toBeNull();
    await userEvent.click(await screen.findByRole('option', { name: /sales/ }));
    expect(
      await screen.findByRole('radio', { name: /JupyterLab with SciPy/ }),
    ).toBeVisible();
    expect(last.value).toMatchObject({
      ...sales,
      generation: 1,
      cpu: '0.5',
      memory: '1Gi',
      home: { new: { size: '5Gi' } },
    });
    expect(await axeViolations(container)).toEqual([]);
  });

  it('groups the images', async () => {
    field();
    const group = await screen.findByRole('group', { name: 'RStudio' });
    expect(within(group).getAllByRole('radio')).toHaveLength(1);
    expect(screen.queryByText(/image of your own/)).toBeNull();
  });

  it('plans what is complete and shows the findings at their fields', async () => {
    const api = demoApi();
    api.planResult = {
      ...planFixture(),
      ok: false,
      findings: [
        { level: 'error', field: 'name', message: 'The name is taken.' },
        { level: 'error', message: 'No service account.' },
      ],
    };
    const { last } = field(complete, { api });
    expect(await screen.findByText('The name is taken.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /^Name/ })).toBeInvalid();
    expect(
      within(
        screen.getByRole('region', { name: 'What this would do' }),
      ).getByText('No service account.'),
    ).toBeVisible();
    expect(api.planned.at(-1)).toEqual({
      operation: 'notebook:create',
      input: last.value,
    });
  });

  it('says what the quota would be, and what it costs', async () => {
    field(complete);
    const estimate = await screen.findByRole('region', { name: 'Estimate' });
    expect(estimate).toHaveTextContent('After this: 5 of 8 cores');
    expect(estimate).toHaveTextContent('About €0.025 an hour');
    const cpu = screen.getByRole('textbox', { name: /^CPU/ });
    await fillIn(cpu, '6');
    expect(estimate).toHaveTextContent('10.5 of 8 cores');
    expect(estimate).toHaveTextContent('More than the quota has');
    expect(cpu).toBeInvalid();
    expect(screen.getByText(/this would make 10.5 of 8/)).toBeVisible();
    expect(screen.getByText(/Put right what is marked first/)).toBeVisible();
  });

  it('offers GPUs that are there, and how many are free', async () => {
    const { last } = field(complete);
    await userEvent.click(await screen.findByRole('button', { name: /GPU/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /NVIDIA/ }),
    );
    expect(last.value.gpu).toEqual({ key: 'nvidia.com/gpu', count: 1 });
    expect(
      screen.getByText('3 of 4 free, at most 2 on one node'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /How many/ }));
    await userEvent.click(await screen.findByRole('option', { name: '3' }));
    // The quota has one left; that it would also wait is the smaller trouble.
    expect(last.value.gpu?.count).toBe(3);
    expect(screen.getByText(/No node has more than 2 free now/)).toBeVisible();
  });

  it('adds and takes away volumes, settings and variables', async () => {
    const { last } = field(complete);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mount an existing volume' }),
    );
    expect(await screen.findByText('Choose a volume.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /Volume 1/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /sales-shared/ }),
    );
    expect(last.value.dataVolumes).toEqual([
      { claim: 'sales-shared', mountPath: '/data' },
    ]);
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Access to the lake' }),
    );
    expect(last.value.podDefaults).toEqual(['access-lake']);
    await userEvent.click(
      screen.getByRole('button', { name: 'Add a variable' }),
    );
    await fillIn(screen.getByLabelText('Name of variable 1'), 'MODE');
    expect(last.value.environment).toEqual([{ name: 'MODE', value: '' }]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove volume 1' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove variable 1' }),
    );
    expect(last.value).not.toHaveProperty('dataVolumes');
    expect(last.value).not.toHaveProperty('environment');
  });

  it('takes an existing home, or none', async () => {
    const { last } = field(complete);
    await userEvent.click(
      await screen.findByRole('radio', { name: /Existing volume/ }),
    );
    expect(last.value.home).toEqual({ existing: 'ada-home' });
    await userEvent.click(
      screen.getByRole('radio', { name: /Nothing is kept/ }),
    );
    expect(last.value.home).toBe('none');
    expect(screen.queryByRole('textbox', { name: 'Mounted at' })).toBeNull();
  });

  it('shows errors of the form, in the words of the backend', async () => {
    field(complete, { rawErrors: ['Still missing: a name.'] });
    expect(await screen.findByText('Still missing: a name.')).toBeVisible();
  });
});

describe('a workspace', () => {
  it('is said to be beta also where there is nothing else', async () => {
    const api = demoApi();
    api.views.notebookOptions = {
      ...notebookOptionsFixture(),
      generations: [2],
    };
    field(sales, { api });
    expect(await screen.findByText('beta')).toBeVisible();
    expect(screen.getByText(/serves Workspaces alone/)).toBeVisible();
  });

  it.each([
    ['none', [], true],
    ['unread', [{ part: 'workspaceKinds', message: 'No answer.' }], false],
  ])(
    'says that the cluster has no kind only where it has %s',
    async (_, problems, said) => {
      const api = demoApi();
      api.views.notebookOptions = {
        ...notebookOptionsFixture(),
        workspaceKinds: [],
        problems,
      };
      field({ ...sales, generation: 2 }, { api });
      await screen.findByText('Kind, image and size');
      const none = screen.queryByText(/The cluster has no WorkspaceKind yet/);
      expect(none !== null).toBe(said);
    },
  );

  it('comes from its kind: images, sizes, redirects', async () => {
    const { last, container } = field(complete);
    await userEvent.click(
      await screen.findByRole('radio', { name: /Workspace.*beta/ }),
    );
    expect(
      screen.getByRole('radio', {
        name: /Old lab.*Deprecated. Use JupyterLab/,
      }),
    ).toBeDisabled();
    expect(
      screen.getByRole('radio', {
        name: /SciPy 1.9.0.*Take SciPy 1.9.1 instead. Fixes a CVE/,
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: /Big GPU/ }));
    expect(last.value).toMatchObject({
      generation: 2,
      workspaceKind: 'jupyterlab',
      imageConfig: 'scipy_191',
      podConfig: 'big_gpu',
    });
    expect(last.value).not.toHaveProperty('image');
    expect(
      (await screen.findAllByText(/this would make 8.5 of 8/)).length,
    ).toBeGreaterThan(0);
    expect(await axeViolations(container)).toEqual([]);
  });

  it('is not offered where the cluster does not serve it', async () => {
    const api = demoApi();
    api.views.notebookOptions = {
      ...notebookOptionsFixture(),
      generations: [1],
    };
    field(complete, { api });
    await screen.findByRole('radio', { name: /JupyterLab with SciPy/ });
    expect(screen.queryByRole('radio', { name: /Workspace/ })).toBeNull();
  });
});

describe('an offer with gaps', () => {
  it('says that a cluster serves no notebook servers', async () => {
    const api = demoApi();
    api.views.notebookOptions = {
      ...notebookOptionsFixture(),
      generations: [],
    };
    field(sales, { api });
    expect(
      await screen.findByText(
        'No notebook servers can be made in this domain.',
      ),
    ).toBeVisible();
  });

  it('says which part could not be read, and offers the rest', async () => {
    const api = demoApi();
    api.views.notebookOptions = {
      ...notebookOptionsFixture(),
      gpus: [],
      problems: [{ part: 'gpus', message: 'The portal may not read nodes.' }],
    };
    field(complete, { api });
    expect(
      await screen.findByText('The portal may not read nodes.'),
    ).toBeVisible();
    expect(
      screen.queryByText('No node of this cluster has any.'),
    ).not.toBeInTheDocument();
  });

  it('says that no node has a GPU, where that is known', async () => {
    const api = demoApi();
    api.views.notebookOptions = { ...notebookOptionsFixture(), gpus: [] };
    field(complete, { api });
    expect(
      await screen.findByText('No node of this cluster has any.'),
    ).toBeVisible();
  });

  it('takes an image of one’s own where that is allowed', async () => {
    const api = demoApi();
    api.views.notebookOptions = {
      ...notebookOptionsFixture(),
      allowCustomImage: true,
    };
    const { last } = field(complete, { api });
    await fillIn(await screen.findByLabelText(/image of your own/), 'x:1');
    expect(last.value.image).toBe('x:1');
  });

  it.each([
    ['There is none in this domain.', []],
    [
      'It is not known which there are.',
      [{ part: 'volumes', message: 'claims is forbidden.' }],
    ],
  ])('says of volumes: %s', async (text, problems) => {
    const api = demoApi();
    const options = notebookOptionsFixture();
    api.views.notebookOptions = { ...options, volumes: [], problems };
    field(complete, { api });
    expect(await screen.findByText(text)).toBeVisible();
    const told = screen.queryByText('claims is forbidden.');
    expect(told !== null).toBe(problems.length > 0);
  });

  it('says why there is no offer', async () => {
    const api = demoApi();
    delete api.views.notebookOptions;
    field(sales, { api });
    await waitFor(() =>
      expect(
        screen.getByText('Could not load what this domain offers.'),
      ).toBeVisible(),
    );
  });
});

describe('freeText', () => {
  const offer = { key: 'nvidia.com/gpu', vendor: 'NVIDIA', offered: 4 };
  it.each([
    [{ ...offer, free: 3, largestFree: 3 }, '3 of 4 free'],
    [
      { ...offer, free: 3, largestFree: 2 },
      '3 of 4 free, at most 2 on one node',
    ],
    [offer, '4 offered; how many are free is not known'],
  ])('%j', (given, text) => {
    expect(freeText(given)).toBe(text);
  });
});
