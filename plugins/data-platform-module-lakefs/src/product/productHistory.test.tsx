import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LakefsHistory } from '@millrace/backstage-plugin-data-platform-common';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { NOW } from '../__testUtils__/branchFixtures';
import { lakeApi } from '../__testUtils__/lakeApi';
import { commitFixtures, productEntity } from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { ProductHistoryCard } from './ProductHistoryCard';

function history(rest: Partial<LakefsHistory> = {}): LakefsHistory {
  return {
    items: commitFixtures().map(commit => ({
      ...commit,
      ...{ source: 'lake', repository: 'sales-lake', branch: 'main' },
    })),
    ...{ more: false, since: NOW - 30 * 86_400_000, problems: [] },
    ...rest,
  };
}

const render = (told: LakefsHistory) => {
  const api = lakeApi();
  Object.assign(api.views.system as object, { 'lakefs/history': told });
  return renderLake(<ProductHistoryCard />, { api, entity: productEntity });
};
const ask = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Read the logs' }));

describe('ProductHistoryCard', () => {
  it('reads no log before somebody asks, and then says who changed what, and how sure that is', async () => {
    const { container } = render(history());
    await screen.findByRole('button', { name: 'Read the logs' });
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    await ask();
    const list = await screen.findByRole('list', {
      name: 'Who changed the data',
    });
    const [merged, claimed] = within(list).getAllByRole('listitem');
    expect(merged).toHaveTextContent('Merge late orders');
    expect(merged).toHaveTextContent('main of sales-lake');
    expect(claimed).toHaveTextContent('as its metadata says');
    expect(await axeViolations(container)).toEqual([]);
  });

  it('says what it could not read', async () => {
    render(
      history({
        items: [],
        problems: [{ repository: 'other-lake', message: 'No answer.' }],
      }),
    );
    await ask();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Of other-lake not all is told: No answer.',
    );
    expect(screen.queryByText(/Nothing was changed/)).not.toBeInTheDocument();
  });

  it('says that nothing was changed', async () => {
    render(history({ items: [] }));
    await ask();
    expect(await screen.findByText(/Nothing was changed/)).toBeInTheDocument();
  });
});
