import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  adoptionFixture,
  agoFrom,
  demoApi,
  domainFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { domainEntity, renderScreen } from '../__testUtils__/renderScreen';
import { DomainSpaceCard } from '../rollup/DomainSpaceCard';
import { DriftCard } from './DriftCard';
import { quotaProblems } from './quotaProblems';

const ago = agoFrom(Date.now());
const sales = domainEntity('sales');
const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'analysts', namespace: 'default', title: 'Analysts' },
  spec: { type: 'team' },
};
const show = () =>
  renderScreen(<DomainSpaceCard />, { entity: sales, entities: [group] });
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('DomainSpaceCard', () => {
  it('gives a group a role', async () => {
    const { api, baseElement } = show();
    await press('Add a group…');
    await press(/Group/);
    await userEvent.click(
      await screen.findByRole('option', { name: 'Analysts' }),
    );
    await waitFor(() =>
      expect(api.planned.at(-1)).toMatchObject({
        operation: 'domain:add-member',
        entityRef: 'domain:default/sales',
        input: { role: 'viewer', group: 'group:default/analysts' },
      }),
    );
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('takes a role back, after asking', async () => {
    const { api } = show();
    await press('Remove analysts from the members');
    expect(await screen.findByText(/loses its role in sales/)).toBeVisible();
    expect(api.planned.at(-1)).toMatchObject({
      operation: 'domain:remove-member',
      input: { role: 'member', group: 'group:default/analysts' },
    });
  });

  it('changes the quota to a preset or to numbers of one’s own', async () => {
    const { api, baseElement } = show();
    await press('Change the quota…');
    await userEvent.click(await screen.findByRole('radio', { name: /Medium/ }));
    await waitFor(() =>
      expect(api.planned.at(-1)).toMatchObject({
        operation: 'domain:set-quota',
        input: { preset: 'medium' },
      }),
    );
    await userEvent.click(screen.getByRole('radio', { name: /of your own/ }));
    const pods = screen.getByRole('textbox', { name: 'Pods' });
    expect(pods).toHaveAccessibleDescription(/^Now 30\s*$/);
    expect(
      screen.getByRole('textbox', { name: 'Memory limit' }),
    ).toHaveAccessibleDescription(/^No limit now\s*$/);
    await fillIn(pods, 'many');
    expect(await screen.findByText(/Give a number/)).toBeVisible();
    await fillIn(pods, '60');
    await waitFor(() =>
      expect(api.planned.at(-1)?.input).toEqual({ hard: { pods: '60' } }),
    );
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('changes the limits of containers, those that are given alone', async () => {
    const { api, baseElement } = show();
    await press('Change the limits…');
    const cpu = await screen.findByRole('textbox', { name: 'Most CPU' });
    expect(cpu).toHaveAccessibleDescription(/^Now 4\s*$/);
    expect(
      screen.getByRole('textbox', { name: 'Most memory' }),
    ).toHaveAccessibleDescription(/^None now\s*$/);
    await userEvent.type(cpu, '0');
    expect(await screen.findByText(/Give cores/)).toBeVisible();
    expect(screen.getByText(/Put right what is marked first/)).toBeVisible();
    expect(api.planned).toHaveLength(0);
    await fillIn(cpu, '8');
    await waitFor(() =>
      expect(api.planned.at(-1)).toMatchObject({
        operation: 'domain:set-limits',
        input: { limits: { 'max.cpu': '8' } },
      }),
    );
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('does not take a quota and limits that could not be read for none', async () => {
    const api = demoApi();
    const message = 'The portal may not: it is forbidden.';
    api.views.domain = {
      ...domainFixture(),
      quota: [],
      limits: [],
      problems: [
        { part: 'quota', message },
        { part: 'limits', message },
      ],
    };
    renderScreen(<DomainSpaceCard />, { entity: sales, api });
    expect(
      await screen.findByText('The quota could not be read.'),
    ).toBeVisible();
    expect(screen.queryByText('No quota.')).toBeNull();
    await press('Change the limits…');
    expect(
      await screen.findByText('The limits as they are now could not be read.'),
    ).toBeVisible();
    expect(screen.queryByText('None now')).toBeNull();
  });

  it('says of what the person may not do why not', async () => {
    const reason = 'Only owners of the domain may do this.';
    const api = demoApi();
    api.views.domain = {
      ...domainFixture(),
      operations: [
        {
          id: 'domain:set-quota',
          title: 'Change the quota',
          available: false,
          reason,
        },
      ],
    };
    renderScreen(<DomainSpaceCard />, { entity: sales, api });
    const quota = await screen.findByRole('button', {
      name: 'Change the quota…',
    });
    expect(quota).toHaveAttribute('aria-disabled', 'true');
    // The reason comes with a focus by keyboard.
    await userEvent.tab();
    act(() => quota.focus());
    expect(await screen.findByText(reason)).toBeVisible();
  });

  it('decommissions only once the name was typed', async () => {
    const { api, baseElement } = show();
    await press('Decommission…');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/namespace sales and everything in it/);
    const confirm = within(dialog).getByRole('textbox', { name: /Type sales/ });
    await userEvent.type(confirm, 'sale');
    expect(api.planned).toHaveLength(0);
    const submit = within(dialog).getByRole('button', {
      name: 'Delete the domain',
    });
    expect(submit).toBeDisabled();
    await userEvent.type(confirm, 's');
    await waitFor(() => expect(submit).toBeEnabled());
    expect(api.planned.at(-1)?.input).toEqual({ confirm: 'sales' });
    expect(await axeViolations(baseElement)).toEqual([]);
  });
});

describe('DriftCard', () => {
  it('tells the drift in words, and leads to jobs that belong to nothing', async () => {
    const api = demoApi();
    const page = adoptionFixture(ago);
    api.views.adoption = {
      ...page,
      namespaces: page.namespaces.filter(({ drift }) => drift),
    };
    const { container } = renderScreen(<DriftCard />, { entity: sales, api });
    expect(await screen.findByText(/the template makes one/)).toBeVisible();
    expect(screen.getByText(/4 jobs run here that belong to no/)).toBeVisible();
    expect(api.reads[0].query).toEqual({
      domainRef: 'domain:default/sales',
      limit: 1,
    });
    expect(await axeViolations(container)).toEqual([]);
  });

  it('is absent where there is nothing to say', async () => {
    const api = demoApi();
    api.views.adoption = {
      ...adoptionFixture(ago),
      namespaces: [],
      jobs: [],
      totalJobs: 0,
    };
    renderScreen(<DriftCard />, { entity: sales, api });
    await waitFor(() => expect(api.reads).toHaveLength(1));
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

describe('quotaProblems', () => {
  it('takes quantities alone', () => {
    expect(
      quotaProblems({ 'requests.cpu': '16', 'limits.memory': '64Gi' }),
    ).toEqual([]);
    expect(
      quotaProblems({ pods: '-1', 'requests.memory': '64 GB' }).map(
        ({ field }) => field,
      ),
    ).toEqual(['hard.pods', 'hard.requests.memory']);
  });
});
