import { screen } from '@testing-library/react';
import { RunBranch } from '@millrace/backstage-plugin-data-platform-common';
import {
  agoFrom,
  runDetailFixture,
  runFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { renderScreen } from '../__testUtils__/renderScreen';
import { RunBranchLink } from './RunBranchLink';
import { subjectOf } from './RunSubject';

const branch: RunBranch = {
  source: 'lakefs',
  repository: 'sales-lake',
  branch: 'fix',
  resourceId: 'row-1',
  entityRef: 'resource:default/sales-lake',
};

describe('RunBranchLink', () => {
  it('leads to the runs of the branch', () => {
    renderScreen(<RunBranchLink branch={branch} />);
    expect(
      screen.getByRole('link', { name: 'fix of sales-lake' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/sales-lake/branches?branch=fix&view=runs',
    );
  });

  it('says that the branch is not there any more', () => {
    const { container } = renderScreen(
      <RunBranchLink branch={{ ...branch, resourceId: undefined }} />,
    );
    expect(container).toHaveTextContent('fix of sales-lake (no longer there');
  });

  it('leads nowhere while the repository is in no catalog', () => {
    const { container } = renderScreen(
      <RunBranchLink branch={{ ...branch, entityRef: undefined }} />,
    );
    expect(container).toHaveTextContent('fix of sales-lake');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is told of a run from the history', () => {
    const ago = agoFrom(Date.now());
    const [run] = runFixtures(ago);
    const detail = runDetailFixture(ago, { ...run, branch });
    expect(subjectOf(detail, undefined)?.branch).toEqual(branch);
  });
});
