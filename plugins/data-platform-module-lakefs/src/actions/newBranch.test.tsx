import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { lakeApi } from '../__testUtils__/lakeApi';
import { repositoryFixture } from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { NewBranchButton } from './NewBranchButton';

const user = userEvent.setup({ delay: null });
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
    { api, entities: groups },
  );
  await user.click(
    await screen.findByRole('button', {
      name: from ? 'New branch from it…' : 'New data branch…',
    }),
  );
  return { ...rendered, dialog: await screen.findByRole('dialog') };
}

describe('new data branch', () => {
  it('says as it is typed why a name cannot be, and what would do', async () => {
    const { api, dialog } = await open();
    const name = within(dialog).getByRole('textbox', { name: /^Name/ });
    await user.type(name, 'feature/é.1');
    await within(dialog).findByText(/"feature-e-1" would do/);
    expect(name).toBeInvalid();
    expect(
      within(dialog).getByRole('button', { name: 'Create' }),
    ).toBeDisabled();
    expect(api.planned).toEqual([]);
  });

  it('makes one from a tag that the server found, and leads to it', async () => {
    const { api, dialog, baseElement } = await open();
    await user.type(
      within(dialog).getByRole('textbox', { name: /^Name/ }),
      'fix',
    );
    await user.type(
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
    await user.type(
      within(dialog).getByRole('textbox', { name: /^Purpose/ }),
      'prices',
    );
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
