import { screen } from '@testing-library/react';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import {
  agoFrom,
  runFixtures,
  runPageFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { branchFixture, NOW } from '../__testUtils__/branchFixtures';
import { lakeApi } from '../__testUtils__/lakeApi';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchRuns } from './BranchRuns';

const PATH = 'lakefs/branches/branch-main/runs';
const runs = <BranchRuns branch={branchFixture('main')} operations={[]} />;

describe('BranchRuns', () => {
  it('shows the runs on a branch, each leading to its job', async () => {
    const [run] = runFixtures(agoFrom(NOW));
    const api = lakeApi();
    api.views.system = {
      [PATH]: runPageFixture([
        { ...run, id: 'a/b', entityRef: 'component:default/orders-daily' },
      ]),
    };
    const { container } = renderLake(runs, { api });
    expect(
      await screen.findByRole('link', { name: 'orders-daily' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/orders-daily/runs?run=a%2Fb',
    );
    expect(await axeViolations(container)).toEqual([]);
  });

  it('says how a job comes to run here', async () => {
    const api = lakeApi();
    api.views.system = { [PATH]: runPageFixture([]) };
    renderLake(runs, { api });
    await screen.findByText('No job has run on this branch.');
    expect(screen.getByText(/choose "Run with…"/)).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see the runs on this branch.'],
    [500, 'Could not load the runs on this branch.'],
  ])('tells of the answer %i', async (status, words) => {
    const api = lakeApi();
    api.views.system = {
      [PATH]: () => {
        throw new DataPlatformError(status, 'Error', 'No.');
      },
    };
    renderLake(runs, { api });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
