import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { emptyCounts } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  demoApi,
  domainFixture,
  summaryFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { ReadAgain } from '../__testUtils__/ReadAgain';
import {
  domainEntity,
  jobEntity,
  renderScreen,
} from '../__testUtils__/renderScreen';
import { JobVerdict } from '../job/JobVerdict';
import { overviewRouteRef } from '../routes';
import { DomainLayout } from './DomainLayout';
import { EntityLink } from './EntityLink';
import { ProductLayout } from './ProductLayout';

const ago = agoFrom(Date.now());
const product = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'data-product', owner: 'sales-team' },
};
const sales = domainEntity('sales');

describe('ProductLayout', () => {
  it('shows the verdict, the counts and what is not healthy', async () => {
    const { container, api } = renderScreen(<ProductLayout cards={[]} />, {
      entity: product,
    });
    expect(
      await screen.findByText(/2 of 7 jobs have failed/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'orders-daily' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders-daily',
    );
    expect(screen.getByText(/image registry.example\/etl/)).toBeVisible();
    // The state of the clusters is shared by all screens; nothing is read of any row.
    expect(api.reads.map(({ name }) => name)).toEqual([
      'sources',
      'summary',
      'operations',
    ]);
    expect(await axeViolations(container)).toEqual([]);
  });

  it('opens what belongs to no job beside the list of everything', async () => {
    const api = demoApi();
    const summary = summaryFixture(ago);
    const [part] = summary.notHealthy;
    api.views.summary = {
      ...summary,
      counts: { ...emptyCounts(), failed: 30 },
      notHealthy: [{ ...part, entityRef: undefined, title: 'adhoc-7' }],
    };
    renderScreen(<DomainLayout cards={[]} />, {
      entity: sales,
      api,
      routes: { '/data-platform': overviewRouteRef },
    });
    expect(
      await screen.findByRole('link', { name: 'adhoc-7' }),
    ).toHaveAttribute('href', `/data-platform?resource=${part.resourceId}`);
    expect(screen.getByText(/^29 more are not healthy/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'List all of them' }),
    ).toHaveAttribute(
      'href',
      '/data-platform?domain=domain%3Adefault%2Fsales&health=unknown%2Cdegraded%2Cfailed',
    );
  });

  it('invites to a first job', async () => {
    const api = demoApi();
    api.views.summary = {
      ...summaryFixture(ago),
      counts: emptyCounts(),
      notHealthy: [],
      parts: 0,
    };
    renderScreen(<ProductLayout cards={[]} />, { entity: product, api });
    expect(await screen.findByText('Nothing runs here yet.')).toBeVisible();
  });

  it('tells of claims from elsewhere', async () => {
    const api = demoApi();
    api.views.summary = { ...summaryFixture(ago), unverified: 2 };
    renderScreen(<ProductLayout cards={[]} />, { entity: product, api });
    expect(await screen.findByText(/2 more claim to belong/)).toBeVisible();
  });

  it('tells of a refusal', async () => {
    const api = demoApi();
    api.views.summary = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    renderScreen(<ProductLayout cards={[]} />, { entity: product, api });
    expect(
      await screen.findByText('You may not see what runs here.'),
    ).toBeVisible();
  });
});

describe('DomainLayout', () => {
  it('shows the quota in numbers and the roles', async () => {
    const { container } = renderScreen(<DomainLayout cards={[]} />, {
      entity: sales,
    });
    const cpu = await screen.findByRole('meter', { name: 'CPU' });
    expect(cpu).toHaveAttribute('aria-valuetext', '15 of 16, 94 percent');
    expect(screen.getByText('sales on eu-1')).toBeVisible();
    expect(screen.getByRole('link', { name: 'analysts' })).toHaveAttribute(
      'href',
      '/catalog/default/group/analysts',
    );
    expect(screen.getByText('nobody')).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('offers nothing on a domain that was decommissioned a moment ago', async () => {
    const api = demoApi();
    renderScreen(
      <>
        <DomainLayout cards={[]} />
        <ReadAgain />
      </>,
      { entity: sales, api },
    );
    await screen.findByText('sales on eu-1');
    api.views.domain = () => {
      throw new DataPlatformError(404, 'NotFoundError', 'None.');
    };
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(
      await screen.findByText('sales is not here any more.'),
    ).toBeVisible();
    expect(screen.queryByText('sales on eu-1')).toBeNull();
  });

  it('says that nothing limits a domain, and that its state is old', async () => {
    const api = demoApi();
    api.views.domain = {
      ...domainFixture(),
      quota: [],
      stale: { since: ago(3), message: 'Cluster eu-1 is silent.' },
    };
    renderScreen(<DomainLayout cards={[]} />, { entity: sales, api });
    expect(await screen.findByText('No quota.')).toBeVisible();
    expect(screen.getByText(/eu-1 is silent/)).toBeVisible();
  });
});

it('offers nothing on a job that was unregistered a moment ago', async () => {
  const api = demoApi();
  renderScreen(
    <>
      <JobVerdict />
      <ReadAgain />
    </>,
    { entity: jobEntity, api },
  );
  await screen.findByRole('button', { name: 'Run now' });
  api.views.job = () => {
    throw new DataPlatformError(404, 'NotFoundError', 'There is no job.');
  };
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
  expect(await screen.findByText(/is not here any more\.$/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Run now' })).toBeNull();
});

describe('EntityLink', () => {
  it('shows what is no ref as text', async () => {
    renderScreen(<EntityLink entityRef="::not a ref" />);
    expect(await screen.findByText('::not a ref')).toBeVisible();
    expect(screen.queryByRole('link', { name: /not a ref/ })).toBeNull();
  });
});
