import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { branchFixture } from '../__testUtils__/branchFixtures';
import { askedOf, changeApi } from '../__testUtils__/changeApi';
import {
  BASE,
  diffFixture,
  diffPageFixture,
  groupFixture,
  groupsFixture,
} from '../__testUtils__/changeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchDiff } from './BranchDiff';

const branch = branchFixture('orders-late-arrivals');
const show = (api = changeApi(), at = '/', of = branch) =>
  renderLake(<BranchDiff branch={of} />, { api, at });
const location = () => screen.getByTestId('location').textContent;
const committed = () => screen.findByRole('region', { name: 'Committed' });

describe('BranchDiff', () => {
  it('shows what the branch changed since it parted from its parent, by table', async () => {
    const { api, container } = show();
    expect(
      await screen.findByText('tables/customers', { exact: true }),
    ).toBeVisible();
    const section = await committed();
    expect(section).toHaveTextContent(
      'What orders-late-arrivals changed since it parted from main: what a merge would bring.',
    );
    expect(within(section).getByRole('status')).toHaveTextContent(
      '4 objects+2 added~1 changed−1 removed3 KiB added or changed, 512 B removed',
    );
    expect(askedOf(api, 'diff-groups')).toEqual([
      { left: 'main', right: branch.head, type: 'three_dot', after: undefined },
    ]);
    // Objects are read when somebody opens their table.
    expect(askedOf(api, 'diff')).toEqual([]);
    expect(await axeViolations(container)).toEqual([]);
  });

  it('opens a table to its objects, and one to what it was and is', async () => {
    const user = userEvent.setup();
    const { api, baseElement } = show();
    await user.click(
      await screen.findByRole('button', { name: /^tables\/orders/ }),
    );
    const list = await screen.findByRole('list', {
      name: 'Changed objects of tables/orders',
    });
    expect(list).toHaveTextContent('data/a.csv, added2 KiB');
    expect(list).toHaveTextContent('data/c.csv, removedremoved');
    await user.click(within(list).getByRole('button', { name: /b\.csv/ }));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByRole('region', {
        name: 'Where it parted from main',
      }),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('region', { name: 'On orders-late-arrivals' }),
    ).toBeVisible();
    await waitFor(() => expect(askedOf(api, 'preview')).toHaveLength(2));
    expect(askedOf(api, 'preview')).toEqual([
      { ref: BASE, path: 'tables/orders/data/b.csv' },
      { ref: branch.head, path: 'tables/orders/data/b.csv' },
    ]);
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('compares as both are now, says what that means, and keeps it in the URL', async () => {
    const user = userEvent.setup();
    const { api } = show();
    await user.click(
      await screen.findByRole('radio', { name: 'How they differ now' }),
    );
    expect(
      await screen.findByText(/gained meanwhile is shown as removed/),
    ).toBeVisible();
    expect(location()).toBe('/?dots=2');
    expect(askedOf(api, 'diff-groups').at(-1)).toMatchObject({
      type: 'two_dot',
    });
  });

  it('compares with another ref, of which the server is asked', async () => {
    const user = userEvent.setup();
    const { api } = show();
    const picker = await screen.findByRole('combobox', {
      name: /Compare with/,
    });
    await user.clear(picker);
    await user.type(picker, 'orders-2026');
    await user.click(
      await screen.findByRole('option', { name: /orders-2026-q3/ }),
    );
    await waitFor(() =>
      expect(askedOf(api, 'diff-groups').at(-1)).toMatchObject({
        left: 'orders-2026-q3',
      }),
    );
    expect(location()).toBe('/?with=orders-2026-q3');
  });

  it.each([
    ['', /Choose what to compare it with/],
    ['main~1', /Choose another branch, a tag or a commit/],
    ['main', /Choose another branch/],
  ])('asks nothing of the server for "%s"', async (ref, text) => {
    const main = branchFixture('main');
    const { api } = show(changeApi(), `/?with=${ref}`, main);
    expect(await screen.findByText(text)).toBeVisible();
    expect(askedOf(api, 'diff-groups')).toEqual([]);
  });

  it('says where nothing differs, and why it can not tell', async () => {
    show(changeApi({ 'diff-groups': groupsFixture([]) }));
    expect(
      await screen.findByText(/has changed nothing that main does not have/),
    ).toBeVisible();
  });

  it('tells a ref that is gone from one that may not be seen', async () => {
    const gone = () => {
      throw new DataPlatformError(
        404,
        'NotFoundError',
        'There is no branch, tag or commit main in sales-lake.',
      );
    };
    show(changeApi({ 'diff-groups': gone, uncommitted: gone }));
    expect(
      await screen.findByText('Could not load the difference.'),
    ).toBeVisible();
    expect(
      await screen.findByText('Could not load what is not committed.'),
    ).toBeVisible();
  });

  it('says that one may not see it', async () => {
    show(
      changeApi({
        'diff-groups': () => {
          throw new DataPlatformError(403, 'NotAllowedError', 'no');
        },
      }),
    );
    expect(
      await screen.findByText('You may not see the difference.'),
    ).toBeVisible();
  });
});

describe('a difference of 100,000 objects', () => {
  it('says "at least", counts on on demand, and reads one page of objects at a time', async () => {
    const user = userEvent.setup();
    const big = groupFixture('tables/events/', {
      counts: { added: 10_000 },
      objects: 10_000,
      more: true,
    });
    const api = changeApi({
      'diff-groups': ({ after }) =>
        after
          ? groupsFixture([
              {
                ...big,
                more: false,
                objects: 90_000,
                counts: { added: 90_000 },
              },
            ])
          : groupsFixture([big], { next: 'tables/events/m' }),
      diff: ({ after }) =>
        diffPageFixture(
          'tables/events/',
          Array.from({ length: 100 }, (_, index) =>
            diffFixture(`tables/events/${after ?? 'first'}-${index}`),
          ),
          after === undefined ? 'tables/events/z' : undefined,
        ),
    });
    show(api);
    const section = await committed();
    await waitFor(() =>
      expect(section).toHaveTextContent('At least 10,000 objects'),
    );
    expect(section).toHaveTextContent('10,000+ added');
    // The only table is open.
    expect(await screen.findByText('first-0', { exact: false })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next objects' }));
    expect(
      await screen.findByText('tables/events/z-0', { exact: false }),
    ).toBeVisible();
    expect(screen.queryByText('first-0', { exact: false })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Count on' }));
    await waitFor(() => expect(section).toHaveTextContent('100,000 objects'));
    expect(section).not.toHaveTextContent('At least');
    expect(screen.queryByRole('button', { name: 'Count on' })).toBeNull();
    expect(askedOf(api, 'diff-groups').map(asked => asked?.after)).toEqual([
      undefined,
      'tables/events/m',
    ]);
  });

  it('goes on where a page holds objects of folders within alone', async () => {
    show(
      changeApi({
        'diff-groups': groupsFixture([groupFixture('')]),
        diff: diffPageFixture('tables/orders/', [diffFixture('x')], 'y'),
      }),
    );
    expect(
      await screen.findByText(/objects of folders within this one alone/),
    ).toBeVisible();
    expect(screen.getByText('Objects at the top')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Next objects' })).toBeEnabled();
  });
});

describe('what is not committed', () => {
  it('is a section of its own, with what it was and is', async () => {
    const user = userEvent.setup();
    const dirty = branchFixture('returns-wip');
    const api = changeApi({
      uncommitted: diffPageFixture('raw/', [
        diffFixture('raw/<b>x</b>.csv', 'changed'),
      ]),
    });
    show(api, '/', dirty);
    const section = await screen.findByRole('region', {
      name: 'Not committed',
    });
    const object = await within(section).findByRole('button', {
      name: /<b>x<\/b>\.csv/,
    });
    expect(section).toHaveTextContent('A merge leaves these behind');
    await user.click(object);
    expect(
      await screen.findByRole('region', { name: 'In the last commit' }),
    ).toBeVisible();
    expect(askedOf(api, 'preview').map(asked => asked?.ref)).toEqual([
      dirty.head,
      'returns-wip',
    ]);
  });

  it('says so where there is none', async () => {
    show();
    expect(
      await screen.findByText(/all that lies on the branch is committed/),
    ).toBeVisible();
  });
});
