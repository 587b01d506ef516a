import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dataPlatformApiRef } from '@millrace/backstage-plugin-data-platform-react';
import { FakeDataPlatformApi } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { lakeApi } from '../__testUtils__/lakeApi';
import { repositoryFixture } from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { NewBranchField } from './NewBranchField';
import { validateDataBranch } from './validateDataBranch';

const user = userEvent.setup({ delay: null });
type FieldProps = Parameters<typeof NewBranchField>[0];

function Form(props: { onValue: (value: unknown) => void }) {
  const [value, setValue] = useState<Record<string, unknown>>();
  // Of all that the form of a template hands over the field takes two.
  const given = {
    formData: value,
    onChange: (next: Record<string, unknown>) => {
      setValue(next);
      props.onValue(next);
    },
  } as unknown as FieldProps;
  return <NewBranchField {...given} />;
}

const second = repositoryFixture({
  repository: 'crm-lake',
  mayOperate: false,
  resource: {
    ...repositoryFixture().resource,
    id: 'repository-crm-lake',
    entityRef: 'resource:default/crm-lake',
    productRef: undefined,
  },
});

describe('DataPlatformDataBranch', () => {
  it('takes the only repository, and its value is what the action takes', async () => {
    const onValue = jest.fn();
    const { api, container } = renderLake(<Form onValue={onValue} />);
    await fillIn(await screen.findByLabelText(/^Name/), 'fix');
    await waitFor(() =>
      expect(onValue).toHaveBeenLastCalledWith({
        entityRef: 'resource:default/sales-lake',
        name: 'fix',
        days: 14,
      }),
    );
    await waitFor(() =>
      expect(api.planned.at(-1)).toEqual({
        operation: 'lakefs:branch-create',
        entityRef: 'resource:default/sales-lake',
        input: { name: 'fix', days: 14 },
      }),
    );
    await screen.findByText('Checked: this can be done.');
    expect(await axeViolations(container)).toEqual([]);
  });

  it('offers several, and says which may only be looked at', async () => {
    const api = lakeApi();
    api.views.system = {
      ...api.views.system,
      'lakefs/repositories': { items: [repositoryFixture(), second], total: 2 },
    };
    const onValue = jest.fn();
    renderLake(<Form onValue={onValue} />, { api });
    await user.click(await screen.findByRole('button', { name: /Repository/ }));
    await screen.findByRole('option', {
      name: 'crm-lake, which you may only look at',
    });
    await user.click(
      screen.getByRole('option', { name: 'sales-lake (orders-product)' }),
    );
    expect(onValue).toHaveBeenLastCalledWith({
      entityRef: 'resource:default/sales-lake',
      days: 14,
    });
  });

  it('says that there is none, and leads to the template that registers one', async () => {
    const api = lakeApi();
    api.views.system = { 'lakefs/repositories': { items: [], total: 0 } };
    renderLake(<Form onValue={jest.fn()} />, { api });
    expect(
      await screen.findByText(
        'There is no lakeFS repository that you may see.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Register a repository' }),
    ).toHaveAttribute('href', '/create/templates/default/lakefs-repository');
  });
});

describe('validateDataBranch', () => {
  const check = async (value: unknown, api = new FakeDataPlatformApi()) => {
    const errors: string[] = [];
    await validateDataBranch(
      value,
      { addError: message => errors.push(message) },
      {
        apiHolder: {
          get: ref =>
            ref.id === dataPlatformApiRef.id ? (api as never) : undefined,
        },
      },
    );
    return errors;
  };
  const whole = { entityRef: 'resource:default/sales-lake', name: 'fix' };

  it('wants what is missing', async () => {
    expect(await check(undefined)).toEqual([
      'Still missing: repository, name.',
    ]);
    expect(await check({ name: 'x' })).toEqual(['Still missing: repository.']);
  });

  it('lets through what the backend would do, and nothing else', async () => {
    expect(await check(whole)).toEqual([]);
    const api = new FakeDataPlatformApi();
    api.planResult = {
      operation: 'lakefs:branch-create',
      title: '',
      steps: [],
      ok: false,
      findings: [
        {
          level: 'error',
          field: 'name',
          message: 'It exists.',
          remedy: 'Choose another name.',
        },
        { level: 'info', message: 'It expires.' },
      ],
    };
    expect(await check(whole, api)).toEqual([
      'It exists. Choose another name.',
    ]);
    api.planResult = { ...api.planResult, findings: [] };
    expect(await check(whole, api)).toEqual([
      'This branch cannot be made; see what was found.',
    ]);
    api.planResult = new Error('The portal did not answer in time.');
    expect(await check(whole, api)).toEqual([
      'The portal did not answer in time.',
    ]);
  });
});
