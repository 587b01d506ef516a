import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { branchFixture } from '../__testUtils__/branchFixtures';
import { askedOf, changeApi } from '../__testUtils__/changeApi';
import { conflictsFixture } from '../__testUtils__/changeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchConflicts } from './BranchConflicts';

const branch = branchFixture('customers-dedup-trial');
const show = (api = changeApi(), of = branch, at = '/') =>
  renderLake(<BranchConflicts branch={of} />, { api, at });

describe('BranchConflicts', () => {
  it('says what each side did to each object, and what to do about it', async () => {
    const { api, container } = show();
    const list = await screen.findByRole('list', { name: 'Conflicts' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'data/a.parquetcustomers-dedup-trialchanged it (4 KiB)mainremoved it, by nils: "Drop <i>old</i> customers"',
    );
    expect(first.querySelector('i')).toBeNull();
    expect(second).toHaveTextContent('mainadded it (12 B), by admin: "Load"');
    const advice = screen.getByRole('region', { name: 'What to do about it' });
    expect(advice).toHaveTextContent(
      'customers-dedup-trial wins. Of objects that both changed, those of customers-dedup-trial are kept; what main did to them is not in the result.',
    );
    expect(advice).toHaveTextContent(
      /Merge main into customers-dedup-trial.*replaces your version of these objects/,
    );
    expect(askedOf(api, 'conflicts')).toEqual([
      {
        source: branch.head,
        destination: 'main',
        after: undefined,
        limit: 50,
      },
    ]);
    expect(await axeViolations(container)).toEqual([]);
  });

  it('shows both sides beside each other, as far as they are there', async () => {
    const user = userEvent.setup();
    const { api } = show();
    await user.click(await screen.findByRole('button', { name: /v3\.json/ }));
    expect(
      await screen.findByRole('region', { name: 'On main' }),
    ).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: /a\.parquet/ }));
    await screen.findByRole('region', { name: 'On customers-dedup-trial' });
    expect(askedOf(api, 'preview').map(asked => asked?.ref)).toEqual([
      'main',
      branch.head,
      branch.head,
    ]);
  });

  it('says that there is none, and that checks may still refuse', async () => {
    show(changeApi({ conflicts: conflictsFixture({ items: [] }) }));
    expect(
      await screen.findByText(/would merge into main without a conflict/),
    ).toBeVisible();
  });

  it('never says that there is none of what was not searched to its end', async () => {
    const user = userEvent.setup();
    show(
      changeApi({
        conflicts: ({ after }) =>
          after
            ? conflictsFixture()
            : conflictsFixture({ items: [], searchedAll: false, next: 'm' }),
      }),
    );
    expect(await screen.findByText(/No conflict found so far/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next conflicts' }));
    expect(
      await screen.findByText(/would conflict: both changed the same/),
    ).toBeVisible();
  });

  it('looks at another destination, which the URL keeps', async () => {
    const user = userEvent.setup({ delay: null });
    const { api } = show(changeApi(), branch, '/?view=conflicts&into=x');
    await screen.findByText(/into x would conflict/);
    const into = screen.getByRole('combobox', { name: 'Merged into' });
    expect(into).toHaveValue('x');
    await user.clear(into);
    await user.paste('orders-late');
    await user.click(
      await screen.findByRole('option', { name: /orders-late-arrivals/ }),
    );
    await screen.findByText(/into orders-late-arrivals would conflict/);
    expect(askedOf(api, 'conflicts').map(asked => asked?.destination)).toEqual(
      expect.arrayContaining(['x', 'orders-late-arrivals']),
    );
    expect(screen.getByTestId('location')).toHaveTextContent(
      '/?view=conflicts&into=orders-late-arrivals',
    );
    await user.clear(into);
    await user.paste(branch.name);
    await user.tab();
    expect(
      await screen.findByText(/Choose another branch to merge/),
    ).toBeVisible();
  });

  it('is nothing of the default branch', async () => {
    const { api } = show(changeApi(), branchFixture('main'));
    expect(
      await screen.findByText(/default branch: others are merged into it/),
    ).toBeVisible();
    expect(askedOf(api, 'conflicts')).toEqual([]);
  });

  it('says why it can not tell', async () => {
    show(
      changeApi({
        conflicts: () => {
          throw new DataPlatformError(404, 'NotFoundError', 'It has vanished.');
        },
      }),
    );
    expect(await screen.findByText('It has vanished.')).toBeVisible();
  });
});
