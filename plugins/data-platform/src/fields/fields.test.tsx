import { ComponentType } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  demoApi,
  planFixture,
  presetsFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { domainEntity, renderScreen } from '../__testUtils__/renderScreen';
import { ClusterPicker } from './ClusterPicker';
import { DomainPicker } from './DomainPicker';
import { ManifestPreview } from './ManifestPreview';
import { QuotaPresetPicker } from './QuotaPresetPicker';

/** The props that a form hands to its fields, as far as ours look at them. */
function fieldOf(
  component: (props: never) => JSX.Element | null,
  props: Record<string, unknown> = {},
  options: Parameters<typeof renderScreen>[1] = {},
) {
  const Field = component as ComponentType<Record<string, unknown>>;
  const onChange = jest.fn();
  const rendered = renderScreen(
    <Field
      schema={{}}
      uiSchema={{}}
      formContext={{ formData: {} }}
      onChange={onChange}
      {...props}
    />,
    options,
  );
  return { ...rendered, onChange };
}

describe('ClusterPicker', () => {
  it('offers clusters, and says why one cannot be used', async () => {
    const { container, onChange } = fieldOf(ClusterPicker, {
      formData: 'eu-1',
    });
    expect(
      await screen.findByRole('radio', { name: /Europe 1/ }),
    ).toBeChecked();
    const us = screen.getByRole('radio', { name: /US 2.*not answered/ });
    expect(us).toBeDisabled();
    expect(onChange).not.toHaveBeenCalled();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('takes the only cluster by itself', async () => {
    const { onChange } = fieldOf(ClusterPicker);
    await waitFor(() => expect(onChange).toHaveBeenCalledWith('eu-1'));
  });

  it('refuses one that does not serve what is needed', async () => {
    fieldOf(ClusterPicker, {
      uiSchema: { 'ui:options': { serves: ['Notebook.kubeflow.org'] } },
    });
    expect(
      await screen.findByRole('radio', { name: /does not serve Notebook/ }),
    ).toBeDisabled();
  });

  it('says that there is none', async () => {
    const api = demoApi();
    api.views.presets = { ...presetsFixture(), clusters: [] };
    fieldOf(ClusterPicker, {}, { api });
    expect(await screen.findByText('No cluster is connected.')).toBeVisible();
  });

  it('says that they cannot be had', async () => {
    const api = demoApi();
    delete api.views.presets;
    fieldOf(ClusterPicker, {}, { api });
    expect(
      await screen.findByText('Could not load the clusters.'),
    ).toBeVisible();
  });
});

describe('QuotaPresetPicker', () => {
  it('shows the numbers of each preset', async () => {
    const { container, onChange } = fieldOf(QuotaPresetPicker, {
      schema: { title: 'Size' },
      rawErrors: ['is required'],
      required: true,
    });
    const small = await screen.findByRole('radio', { name: /Small/ });
    const card = small.closest('label')!;
    expect(card).toHaveTextContent('CPU8');
    expect(card).toHaveTextContent('Memory16 GiB');
    expect(screen.getByRole('alert')).toHaveTextContent('is required');
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(small);
    expect(onChange).toHaveBeenCalledWith('small');
  });
});

describe('DomainPicker', () => {
  it('puts the domains of the person first', async () => {
    const api = demoApi();
    api.views.domain = ({ entityRef }) => ({
      entityRef,
      namespaces: [],
      quota: [],
      roles: [
        {
          role: 'member',
          groups: entityRef.endsWith('sales') ? ['group:default/analysts'] : [],
        },
      ],
    });
    const { container, onChange } = fieldOf(
      DomainPicker,
      {},
      {
        api,
        entities: [domainEntity('marketing', 'm'), domainEntity('sales')],
      },
    );
    await waitFor(() =>
      expect(onChange).toHaveBeenCalledWith('domain:default/sales'),
    );
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /Data domain/ }));
    const options = within(await screen.findByRole('listbox')).getAllByRole(
      'option',
    );
    expect(options.map(option => option.textContent)).toEqual([
      expect.stringContaining('sales'),
      expect.stringContaining('marketing'),
    ]);
  });

  it('offers domains also where their roles cannot be read', async () => {
    const api = demoApi();
    delete api.views.domain;
    const { onChange } = fieldOf(
      DomainPicker,
      {},
      { api, entities: [domainEntity('marketing'), domainEntity('sales')] },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Data domain/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: /sales/ }));
    expect(onChange).toHaveBeenCalledWith('domain:default/sales');
  });

  it('leads to the template where there is none', async () => {
    fieldOf(DomainPicker);
    expect(
      await screen.findByText('There is no data domain yet.'),
    ).toBeVisible();
  });
});

describe('ManifestPreview', () => {
  it('shows what the values of the form would create', async () => {
    const { api, container } = fieldOf(ManifestPreview, {
      formContext: { formData: { name: 'orders', title: '' } },
      uiSchema: { 'ui:options': { input: { jobName: 'name' } } },
    });
    expect(
      await screen.findByText('Checked: this can be created.'),
    ).toBeVisible();
    expect(screen.getByText(/kind: SparkApplication/)).toBeVisible();
    expect(screen.getByText('Use 3g or more.')).toBeVisible();
    expect(api.planned).toEqual([
      { operation: 'spark-job:create', input: { jobName: 'orders' } },
    ]);
    expect(await axeViolations(container)).toEqual([]);
  });

  it('shows what stands against it', async () => {
    const api = demoApi();
    api.planResult = {
      ...planFixture(),
      ok: false,
      steps: [],
      findings: [{ level: 'error', field: 'name', message: 'Too long.' }],
    };
    fieldOf(ManifestPreview, {}, { api });
    expect(await screen.findByText('Too long.')).toBeVisible();
    expect(screen.getByText(/cannot be created yet/)).toBeVisible();
  });

  it('shows why it was refused', async () => {
    const api = demoApi();
    api.planResult = new DataPlatformError(400, 'InputError', 'no product');
    fieldOf(ManifestPreview, {}, { api });
    expect(await screen.findByText('no product')).toBeVisible();
  });
});
