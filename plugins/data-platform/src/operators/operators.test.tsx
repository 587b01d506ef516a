import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  jobFixture,
  operatorStateFixtures,
  sourceFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { ReadAgain } from '../__testUtils__/ReadAgain';
import { jobEntity, renderScreen } from '../__testUtils__/renderScreen';
import { OverviewPage } from '../overview/OverviewPage';
import { JobOperatorNotice } from './JobOperatorNotice';
import { groupOfJob } from './operatorsDown';
import { ScopeOperatorNotice } from './ScopeOperatorNotice';

const ago = agoFrom(Date.now());
const sources = (state: 'up' | 'down' | 'unknown') => {
  const [first, ...rest] = sourceFixtures(ago);
  const operators = operatorStateFixtures(ago, state);
  return { items: [{ ...first, operators }, ...rest] };
};
const TITLE = /Kubeflow Spark operator on Europe 1 seems to be down for/;

function apiWith(state: 'up' | 'down' | 'unknown') {
  const api = demoApi();
  api.views.sources = sources(state);
  return api;
}

describe('operator banner', () => {
  it('says on the overview what, since when, what works and what to do', async () => {
    const { container } = renderScreen(<OverviewPage />, {
      api: apiWith('down'),
    });
    expect(await screen.findByText(TITLE)).toBeVisible();
    expect(screen.getByText(/Runs that are under way go on/)).toBeVisible();
    expect(screen.getByText(/Look at the Deployment/)).toBeVisible();
    const clusters = screen.getByRole('region', { name: 'Clusters' });
    expect(clusters).toHaveTextContent(
      'Kubeflow Spark operator seems down for 12 min',
    );
    expect(clusters).toHaveTextContent('Apache Spark operator at work');
    expect(await axeViolations(container)).toEqual([]);
  });

  it('comes and goes as the sources tell, in a live region that was there before', async () => {
    const api = apiWith('up');
    renderScreen(
      <>
        <OverviewPage />
        <ReadAgain />
      </>,
      { api },
    );
    const readAgain = () =>
      userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await screen.findByText(/Apache Spark operator/);
    const region = screen
      .getAllByRole('status')
      .find(element => element.getAttribute('aria-live') === 'polite')!;
    expect(region).toBeEmptyDOMElement();
    api.push({ sources: sources('down') });
    await readAgain();
    await waitFor(() =>
      expect(region).toHaveTextContent(/Europe 1 seems to be down for 12 min/),
    );
    api.push({ sources: sources('up') });
    await readAgain();
    await waitFor(() => expect(region).toBeEmptyDOMElement());
  });

  it('says nothing of an operator that nothing is known of', async () => {
    renderScreen(<OverviewPage />, { api: apiWith('unknown') });
    expect(
      await screen.findByText(/not known: Nothing was given to it/),
    ).toBeVisible();
    expect(screen.queryByText(/seems to be down/)).toBeNull();
  });

  it('says of a controller of notebooks what waits for it, which is no run', async () => {
    const api = demoApi();
    const [first, ...rest] = sourceFixtures(ago);
    const operators = operatorStateFixtures(ago, 'down').map(operator => ({
      ...operator,
      kinds: ['Notebook.kubeflow.org'],
    }));
    api.views.sources = { items: [{ ...first, operators }, ...rest] };
    renderScreen(<OverviewPage />, { api });
    expect(await screen.findByText(/Servers that are up go on/)).toBeVisible();
    expect(screen.queryByText(/Runs that are under way/)).toBeNull();
  });

  it('is on the page of a job that the operator runs', async () => {
    renderScreen(<JobOperatorNotice />, {
      api: apiWith('down'),
      entity: jobEntity,
    });
    expect(await screen.findByText(TITLE)).toBeVisible();
  });

  it.each([
    ['elsewhere', { source: 'us-2' }],
    [
      'by another operator',
      {
        current: undefined,
        definition: 'apiVersion: spark.apache.org/v1\nkind: SparkApplication\n',
      },
    ],
  ])('is not on the page of a job that runs %s', async (_, patch) => {
    const api = apiWith('down');
    api.views.job = { ...jobFixture(ago), ...patch };
    renderScreen(<JobOperatorNotice />, { api, entity: jobEntity });
    await waitFor(() =>
      expect(api.reads.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['job', 'sources']),
      ),
    );
    expect(screen.queryByText(/seems to be down/)).toBeNull();
  });

  it('is on the page of a domain that has objects there', async () => {
    renderScreen(
      <ScopeOperatorNotice scope={{ domainRef: 'domain:default/sales' }} />,
      { api: apiWith('down') },
    );
    expect(await screen.findByText(TITLE)).toBeVisible();
  });

  it('asks for no rows while all operators are up', async () => {
    const { api } = renderScreen(
      <ScopeOperatorNotice scope={{ domainRef: 'domain:default/sales' }} />,
      { api: apiWith('up') },
    );
    await waitFor(() => expect(api.reads).toHaveLength(1));
    expect(api.reads[0].name).toBe('sources');
  });
});

describe('groupOfJob', () => {
  const job = { ...jobFixture(ago), current: undefined };

  it.each([
    ['apiVersion: sparkoperator.k8s.io/v1beta2', 'sparkoperator.k8s.io'],
    ['# a\nkind: X\napiVersion: "spark.apache.org/v1"\n', 'spark.apache.org'],
    ['apiVersion: v1', undefined],
    [undefined, undefined],
  ])('of %j', (definition, group) => {
    expect(groupOfJob({ ...job, definition })).toBe(group);
  });
});
