import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdoptableJob } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  adoptionFixture,
  agoFrom,
  demoApi,
  operationFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  axeViolations,
  fillIn,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { ReadAgain } from '../__testUtils__/ReadAgain';
import { renderScreen } from '../__testUtils__/renderScreen';
import { AdoptPage } from './AdoptPage';
import { jobNameProblems } from './jobNames';

const ago = agoFrom(Date.now());
const location = () => screen.getByTestId('location').textContent;
const entity = (kind: string, name: string, spec: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec,
});
const product = (name: string, domain: string) => ({
  ...entity('System', name, { type: 'data-product', domain }),
  relations: [{ type: 'partOf', targetRef: `domain:default/${domain}` }],
});
const entities = [
  product('orders', 'risk'),
  product('parcels', 'logistics'),
  entity('Group', 'risk-team', { type: 'team' }),
];

const show = (api = demoApi(), at = '/') =>
  renderScreen(<AdoptPage />, { api, at, entities });
const nothing = {
  ...adoptionFixture(ago),
  namespaces: [],
  jobs: [],
  totalJobs: 0,
};
const row = (name: string) =>
  screen.findByRole('row', { name: new RegExp(name) });

describe('AdoptPage', () => {
  it('shows where each namespace stands and the next step', async () => {
    const { container } = show();
    expect(
      await screen.findByText('risk', { selector: 'strong' }),
    ).toBeVisible();
    const items = screen
      .getAllByRole('listitem')
      .map(item => item.textContent ?? '');
    // What can be done now comes first.
    expect(items[0]).toMatch(/^riskon eu-1 · 7 objects/);
    expect(items[0]).toContain(
      'The namespace has none; the template makes one.',
    );
    expect(
      screen.getByRole('region', { name: 'command for legacy-etl' }),
    ).toHaveTextContent(/^kubectl .*label namespace legacy-etl/);
    expect(
      screen.getByText(/Adopted or made by the portal \(1\)/),
    ).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('offers nothing while the catalog is still being read, and says so', async () => {
    const api = demoApi();
    const page = adoptionFixture(ago);
    api.views.adoption = {
      ...page,
      warming: true,
      catalogWarming: true,
      namespaces: page.namespaces.map(item =>
        item.state === 'labelled' ? { ...item, state: 'unknown' } : item,
      ),
    };
    show(api);
    expect(
      await screen.findByText('The catalog is still being read.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'It carries the label of the domain risk; the catalog is still being read for it.',
      ),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Adopt as a domain…' }),
    ).toBeNull();
  });

  it('shows hundreds of namespaces some at a time, and those that need nothing on demand', async () => {
    const api = demoApi();
    const page = adoptionFixture(ago);
    const many = (state: 'unlabelled' | 'adopted') =>
      Array.from({ length: 25 }, (_, n) => ({
        ...page.namespaces[0],
        namespace: `${state}-${n + 10}`,
        state,
      }));
    api.views.adoption = {
      ...page,
      namespaces: [...many('unlabelled'), ...many('adopted')],
    };
    show(api);
    expect(await screen.findByText('unlabelled-19')).toBeVisible();
    expect(screen.queryByText('unlabelled-20')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 15 more of 25' }),
    );
    expect(screen.getByText('unlabelled-34')).toBeVisible();
    expect(screen.queryByText('adopted-10')).toBeNull();
    await userEvent.click(
      screen.getByText('Adopted or made by the portal (25)'),
    );
    expect(await screen.findByText('adopted-10')).toBeVisible();
  });

  it('does not take what may not be read for a difference', async () => {
    const api = demoApi();
    const page = adoptionFixture(ago);
    const drift = [
      { subject: 'LimitRange', message: 'There is none.' },
      { subject: 'NetworkPolicy', message: 'Not readable.', unread: true },
    ];
    api.views.adoption = {
      ...page,
      namespaces: page.namespaces.map(item =>
        item.namespace === 'risk' ? { ...item, drift } : item,
      ),
    };
    show(api);
    const list = await screen.findByRole('list', {
      name: 'Differs from the template',
    });
    const marks = within(list)
      .getAllByRole('listitem')
      .map(item => item.querySelector('svg')?.getAttribute('data-health'));
    expect(marks).toEqual(['degraded', 'unknown']);
  });

  it('copies the command, and says so when it may not', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    show();
    const copy = await screen.findByRole('button', {
      name: /Copy the command/,
    });
    await user.click(copy);
    expect(write).toHaveBeenCalledWith(expect.stringContaining('kubectl'));
    expect(copy).toHaveTextContent('Copied');
    write.mockRejectedValueOnce(new Error('denied'));
    await user.click(copy);
    expect(await screen.findByText(/did not allow it/)).toBeVisible();
  });

  it('tells what each job was found by and why one cannot be adopted', async () => {
    show();
    expect(await row('orders-load')).toHaveTextContent(
      /Airflow DAG orders, task load.*214/,
    );
    expect(await row('exposure-nightly')).toHaveTextContent(
      'schedule 0 1 * * *',
    );
    const stuck = await row('old_dump');
    expect(stuck).toHaveTextContent(/belongs to no domain yet/);
    expect(within(stuck).getByRole('checkbox')).toBeDisabled();
  });

  it('registers a labelled namespace as a domain', async () => {
    const { api, baseElement } = show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Adopt as a domain…' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('textbox', { name: 'Name' })).toHaveValue(
      'risk',
    );
    expect(within(dialog).getByText(/stays so/)).toBeVisible();
    await userEvent.click(
      await within(dialog).findByRole('button', { name: /Owner/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'risk-team' }),
    );
    await waitFor(() =>
      expect(api.planned.at(-1)).toMatchObject({
        operation: 'domain:adopt',
        input: {
          source: 'eu-1',
          namespace: 'risk',
          name: 'risk',
          owner: 'group:default/risk-team',
        },
      }),
    );
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('adopts the chosen jobs under names that can be changed', async () => {
    const api = demoApi();
    api.operationStates = [operationFixture(ago, 'done')];
    const { baseElement } = show(api);
    await userEvent.click(within(await row('limits')).getByRole('checkbox'));
    await userEvent.click(
      within(await row('orders-load')).getByRole('checkbox'),
    );
    expect(screen.getByText('2 chosen')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Adopt the chosen…' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(api.planned).toHaveLength(0);
    await userEvent.click(
      await within(dialog).findByRole('button', { name: /Data product/ }),
    );
    await screen.findByRole('option', { name: 'orders' });
    // Of another domain, which its plan would refuse.
    expect(screen.queryByRole('option', { name: 'parcels' })).toBeNull();
    await userEvent.click(screen.getByRole('option', { name: 'orders' }));
    const name = within(dialog).getByRole('textbox', { name: 'risk/limits' });
    await fillIn(name, 'orders-load');
    expect(
      await within(dialog).findByText('Number 1 has this name already.'),
    ).toBeVisible();
    await fillIn(name, 'risk-limits');
    await waitFor(() =>
      expect(api.planned.at(-1)).toMatchObject({
        operation: 'spark-job:adopt',
        input: {
          product: 'system:default/orders',
          jobs: expect.arrayContaining([
            { key: 'k-label', name: 'risk-limits' },
            { key: 'k-maker', name: 'orders-load' },
          ]),
        },
      }),
    );
    expect(await axeViolations(baseElement)).toEqual([]);
    const adopt = within(dialog).getByRole('button', {
      name: 'Adopt the jobs',
    });
    await waitFor(() => expect(adopt).toBeEnabled());
    await userEvent.click(adopt);
    expect(await within(dialog).findByText(/: done\.$/)).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByText('2 chosen')).toBeNull());
  });

  it.each([
    [
      'the domain has no product',
      (job: AdoptableJob) => ({ ...job, domainRef: 'domain:default/crm' }),
      'The domain crm has no data product yet.',
    ],
    [
      'they belong to several domains',
      (job: AdoptableJob, index: number) => ({
        ...job,
        domainRef: `domain:default/d${index}`,
      }),
      'The chosen jobs belong to 3 domains.',
    ],
  ])('says what to do where %s', async (_, changed, sentence) => {
    const api = demoApi();
    const page = adoptionFixture(ago);
    api.views.adoption = { ...page, jobs: page.jobs.map(changed) };
    show(api);
    const [all] = await screen.findAllByRole('checkbox');
    await userEvent.click(all);
    await userEvent.click(
      screen.getByRole('button', { name: 'Adopt the chosen…' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(sentence)).toBeVisible();
    expect(api.planned).toHaveLength(0);
  });

  it('chooses all of the page that can be adopted', async () => {
    show();
    const [all] = await screen.findAllByRole('checkbox');
    await userEvent.click(all);
    expect(screen.getByText('3 chosen')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Choose none' }));
    expect(screen.queryByText(/chosen$/)).toBeNull();
  });

  it('lets the server page and search', async () => {
    const api = demoApi();
    api.views.adoption = { ...adoptionFixture(ago), totalJobs: 400 };
    show(api);
    await userEvent.click(await screen.findByRole('button', { name: /next/i }));
    await waitFor(() =>
      expect(api.reads).toContainEqual({
        name: 'adoption',
        query: expect.objectContaining({ limit: 50, offset: 50 }),
      }),
    );
    await fillIn(screen.getByRole('searchbox'), 'risk');
    await waitFor(() => expect(location()).toBe('/?q=risk'));
    await waitFor(() =>
      expect(api.reads).toContainEqual({
        name: 'adoption',
        query: expect.objectContaining({ q: 'risk', offset: 0 }),
      }),
    );
  });

  it('leads back from a page past the end', async () => {
    const api = demoApi();
    const page = { ...adoptionFixture(ago), totalJobs: 60 };
    api.views.adoption = ({ offset }) =>
      offset ? { ...page, jobs: [], totalJobs: 40 } : page;
    show(api);
    await userEvent.click(await screen.findByRole('button', { name: /next/i }));
    expect(
      await screen.findByText('The list ends before it, after 40.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'To the first page' }),
    );
    await waitFor(() =>
      expect(screen.queryByText(/There are no more jobs/)).toBeNull(),
    );
  });

  it.each([
    [
      '/',
      { ...nothing, warming: true },
      'Reading the clusters for the first time …',
    ],
    [
      '/',
      { ...nothing, warming: true, catalogWarming: true },
      'Reading the clusters and the catalog for the first time …',
    ],
    ['/', nothing, 'Everything that runs belongs to a job.'],
    ['/?q=x', nothing, 'No job matches this filter.'],
  ])('says why there is nothing at %s', async (at, page, sentence) => {
    const api = demoApi();
    api.views.adoption = page;
    show(api, at);
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('tells of a refusal and of a failure', async () => {
    const api = demoApi();
    api.views.adoption = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    show(api);
    expect(
      await screen.findByText('You may not see what is not adopted.'),
    ).toBeVisible();
  });

  it('keeps what it knows when newer cannot be had', async () => {
    const api = demoApi();
    renderScreen(
      <>
        <AdoptPage />
        <ReadAgain />
      </>,
      { api },
    );
    await row('limits');
    api.push({
      adoption: () => {
        throw new DataPlatformError(500, 'Error', 'The index is down.');
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText('The index is down.')).toBeVisible();
    expect(await row('limits')).toBeVisible();
  });
});

describe('jobNameProblems', () => {
  it('finds what is no name and what is there twice', () => {
    expect(
      jobNameProblems(['a', 'B', 'a', '', 'x'.repeat(51)]).map(
        ({ field }) => field,
      ),
    ).toEqual(['jobs.1', 'jobs.2', 'jobs.3', 'jobs.4']);
    expect(jobNameProblems(['a', 'b-1'])).toEqual([]);
  });
});
