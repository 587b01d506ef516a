import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  demoApi,
  notebookFixture,
  notebookPageFixture,
  operationFixture,
  planFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../../__testUtils__/renderScreen';
import { MyNotebooksCard } from './MyNotebooksCard';

const ago = agoFrom(Date.now());
const clean = { ...planFixture(), findings: [] };

function card(plan: Error | typeof clean = clean) {
  const api = demoApi();
  api.planResult = plan;
  return renderScreen(<MyNotebooksCard />, { api });
}

describe('MyNotebooksCard', () => {
  it('has the servers of the person, those that run first', async () => {
    const { api, container } = card();
    const list = await screen.findByRole('list', { name: 'My notebooks' });
    const names = within(list)
      .getAllByRole('listitem')
      .map(item => item.querySelector('a')?.textContent);
    expect(names).toEqual([
      'ada-orders',
      'ada-workspace',
      'big-join',
      'forecast-lab',
    ]);
    expect(api.reads[0]).toMatchObject({ query: { mine: true } });
    expect(
      screen.getByRole('link', { name: 'Open ada-orders in a new tab' }),
    ).toHaveAttribute('target', '_blank');
    expect(await axeViolations(container)).toEqual([]);
  });

  it('starts at one press', async () => {
    const api = demoApi();
    api.planResult = clean;
    api.views.notebooks = notebookPageFixture([
      notebookFixture(ago, 'stopped'),
    ]);
    renderScreen(<MyNotebooksCard />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start weekly-review' }),
    );
    await waitFor(() =>
      expect(api.started).toMatchObject([
        { operation: 'notebook:start', resourceId: 'nb-weekly-review' },
      ]),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('puts what is being deleted, or not known, last', async () => {
    const api = demoApi();
    const going = notebookFixture(ago, 'crashLoop');
    api.views.notebooks = notebookPageFixture([
      { ...going, state: 'deleting' },
      notebookFixture(ago, 'stopped'),
      notebookFixture(ago, 'inUse'),
    ]);
    renderScreen(<MyNotebooksCard />, { api });
    const items = await screen.findAllByRole('listitem');
    expect(items.map(item => item.querySelector('a')?.textContent)).toEqual([
      'ada-orders',
      'weekly-review',
      'forecast-lab',
    ]);
  });

  it('asks about one of which nobody knows whether it is in use', async () => {
    const { api } = card();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop ada-workspace' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Stop: ada-workspace',
    );
    expect(api.started).toEqual([]);
  });

  it('stops an idle one at one press, and asks about one that is in use', async () => {
    const { api } = card();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop big-join' }),
    );
    await waitFor(() => expect(api.started).toHaveLength(1));
    await userEvent.click(
      screen.getByRole('button', { name: 'Stop ada-orders' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Stop: ada-orders',
    );
    expect(api.started).toHaveLength(1);
  });

  it('shows what stands against it before anything is done', async () => {
    const { api } = card(planFixture() as typeof clean);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop big-join' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Use 3g or more.',
    );
    expect(api.started).toEqual([]);
  });

  it('shows why it was refused', async () => {
    card(new DataPlatformError(403, 'NotAllowedError', 'Not your server.'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop big-join' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Not your server.',
    );
  });

  it('says that it did not work', async () => {
    const api = demoApi();
    api.planResult = clean;
    api.operationStates = [
      operationFixture(ago, 'failed', 'The cluster refused the patch.'),
    ];
    renderScreen(<MyNotebooksCard />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop big-join' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cluster refused the patch.',
    );
  });

  it('leads to the template where there is none', async () => {
    const api = demoApi();
    api.views.notebooks = notebookPageFixture([]);
    const { container } = renderScreen(<MyNotebooksCard />, { api });
    expect(
      await screen.findByText(/You have no notebook server\./),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'New notebook server' }),
    ).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('says that they cannot be had', async () => {
    const api = demoApi();
    delete api.views.notebooks;
    renderScreen(<MyNotebooksCard />, { api });
    expect(
      await screen.findByText('Could not load your notebook servers.'),
    ).toBeVisible();
  });
});
