import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  approvalFixture,
  approvalPageFixture,
  demoApi,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { ApprovalsPage } from './ApprovalsPage';

const ago = agoFrom(Date.now());
const location = () => screen.getByTestId('location').textContent;
const show = (at = '/', api = demoApi()) =>
  renderScreen(<ApprovalsPage />, { api, at });
const rows = async () => {
  await screen.findAllByText(/into main/);
  return screen.getAllByRole('row').slice(1);
};

describe('ApprovalsPage', () => {
  it('shows what waits for the person first', async () => {
    const { container } = show();
    const [row, ...others] = await rows();
    expect(row).toHaveTextContent(
      /price-as-text into main.*Waiting, 1 comment.*olga.*a member of sales-team.*sales-lake.*30 min ago/,
    );
    expect(others).toEqual([]);
    expect(
      screen.getByRole('radio', { name: 'Waiting for me (1)' }),
    ).toBeChecked();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('shows what the person asked for, and all of it, in the URL', async () => {
    const user = userEvent.setup();
    show('/?role=nonsense&state=nonsense&page=-1');
    await user.click(await screen.findByRole('radio', { name: 'Asked by me' }));
    expect(await screen.findByText(/approved-branch/)).toBeVisible();
    expect(screen.getByText('Approved, 2 comments')).toBeVisible();
    expect(location()).toBe('/?role=requested');
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await waitFor(async () => expect(await rows()).toHaveLength(6));
    expect(location()).toBe('/?role=all');
  });

  it('filters by state on the server, and clears it where nothing is left', async () => {
    const user = userEvent.setup();
    const { api } = show('/?role=all&state=stale');
    expect(await screen.findByText(/stale-branch/)).toBeVisible();
    expect(api.reads.at(-1)).toMatchObject({
      name: 'approvals',
      query: { role: 'all', state: 'stale', limit: 25, offset: 0 },
    });
    await user.click(screen.getByRole('button', { name: /State/ }));
    await user.click(await screen.findByRole('option', { name: 'Waiting' }));
    expect(location()).toBe('/?role=all&state=open');
  });

  it('shows the waiting ones of a person alone, and every state on demand', async () => {
    const user = userEvent.setup();
    const api = demoApi();
    api.views.approvals = query =>
      approvalPageFixture(
        [approvalFixture(ago, { state: 'rejected', mayDecide: true })],
        query,
      );
    show('/', api);
    expect(await screen.findByText('Nothing waits for you.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /State/ }));
    await user.click(await screen.findByRole('option', { name: 'Withdrawn' }));
    await user.click(
      await screen.findByRole('button', { name: 'Show every state' }),
    );
    expect(await screen.findByText(/price-as-text/)).toBeVisible();
    expect(location()).toBe('/?state=any');
  });

  it('pages in the URL', async () => {
    const user = userEvent.setup();
    const many = Array.from({ length: 60 }, (_, index) =>
      approvalFixture(ago, {
        id: `a-${index}`,
        title: `Merge ${index} into main`,
      }),
    );
    const api = demoApi();
    // A page of two tells as much as one of 25.
    api.views.approvals = query => {
      const page = approvalPageFixture(many, query);
      return { ...page, items: page.items.slice(0, 2) };
    };
    show('/?role=all&page=9', api);
    expect(
      await screen.findByText('There are no more requests on this page.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'To the first page' }));
    expect(await screen.findByText('Merge 0 into main')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next table page' }));
    expect(await screen.findByText('Merge 25 into main')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next table page' }));
    expect(await screen.findByText('Merge 50 into main')).toBeVisible();
    expect(location()).toBe('/?role=all&page=3');
  });

  it('says what is about one entity alone, and takes that back', async () => {
    show('/?role=all&entity=resource:default/other-lake');
    expect(await screen.findByText('Nothing was asked for yet.')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'About everything' }),
    );
    await waitFor(async () => expect(await rows()).toHaveLength(6));
  });

  it('says why it shows nothing', async () => {
    const api = demoApi();
    api.views.approvals = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    show('/', api);
    expect(
      await screen.findByText('You may not see the requests.'),
    ).toBeVisible();
  });

  it('opens one by its link, and closes it by keyboard', async () => {
    const user = userEvent.setup();
    show('/?approval=apr-1');
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('It waits for a member of sales-team.'),
    ).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(location()).toBe('/'));
  });

  it('tells of one that is gone or not for the person to see', async () => {
    const api = demoApi();
    api.views.approval = () => {
      throw new DataPlatformError(404, 'NotFoundError', 'No such request.');
    };
    show('/?approval=apr-9', api);
    expect(await screen.findByText('No such request.')).toBeVisible();
  });
});
