import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import {
  agoFrom,
  demoApi,
  notebookDetailFixture,
  NotebookVerdict as Verdict,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { ReadAgain } from '../../__testUtils__/ReadAgain';
import { notebookEntity, renderScreen } from '../../__testUtils__/renderScreen';
import { useNotebookMenuItem } from '../useNotebookMenuItem';
import { NotebookDetailsCard } from './NotebookDetailsCard';
import { NotebookUseCard } from './NotebookUseCard';
import { NotebookVerdict } from './NotebookVerdict';

const ago = agoFrom(Date.now());

function page(
  verdict: Verdict = 'inUse',
  patch: Partial<ReturnType<typeof notebookDetailFixture>['server']> = {},
) {
  const api = demoApi();
  const detail = notebookDetailFixture(ago, verdict);
  api.views.notebook = { ...detail, server: { ...detail.server, ...patch } };
  return renderScreen(
    <>
      <NotebookVerdict />
      <NotebookUseCard />
      <NotebookDetailsCard />
      <ReadAgain />
    </>,
    { api, entity: notebookEntity },
  );
}

describe('the page of a notebook server', () => {
  it('says how it is and leads into it, in a tab that cannot reach back', async () => {
    const { container } = page();
    expect(await screen.findByText(/last used 4 min ago/)).toBeVisible();
    const open = screen.getByRole('link', { name: 'Open' });
    expect(open).toHaveAttribute(
      'href',
      'https://notebooks.example/notebook/sales/ada-orders/',
    );
    expect(open).toHaveAttribute('target', '_blank');
    expect(open.getAttribute('rel')).toContain('noopener');
    expect(screen.getByText('Notebook in sales on eu-1')).toBeVisible();
    expect(screen.getByText(/Only notebook kernels count/)).toBeVisible();
    expect(screen.getByText('in use')).toBeVisible();
    expect(screen.getByText('access-lake')).toBeVisible();
    expect(screen.getByRole('meter', { name: 'CPU requested' })).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('does not lead anywhere that would not work, and says why', async () => {
    page('crashLoop');
    expect(await screen.findByText(/crashes at start/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Open' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Open' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    // Its verdict says why; a second sentence would say nothing more.
    expect(screen.queryByText(/Open is not possible/)).toBeNull();
  });

  it('says of one that runs why it cannot be opened', async () => {
    page('inUse', { openUrl: undefined, openNote: 'No address is set.' });
    expect(await screen.findByText(/No address is set/)).toBeVisible();
  });

  it('follows no link that is not http', async () => {
    page('inUse', { openUrl: `${'java'}script:alert(1)` });
    expect(await screen.findByRole('button', { name: 'Open' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Open' })).toBeNull();
  });

  it('marks the second generation as beta', async () => {
    page('workspace');
    expect(await screen.findByText(/Workspace in sales.*beta/)).toBeVisible();
    expect(screen.getByText('not known')).toBeVisible();
  });

  it('stops it after showing what that does', async () => {
    const { api } = page();
    await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Its kernels end; its volumes stay.');
    await within(dialog).findByText(/Create SparkApplication/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stop' }));
    await waitFor(() =>
      expect(api.started[0]).toMatchObject({
        operation: 'notebook:stop',
        resourceId: 'nb-ada-orders',
      }),
    );
  });

  it('starts what is stopped, and says why it is off', async () => {
    page('stopped');
    expect(await screen.findByText(/nobody used it for 24 h/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Start' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('says that it is gone', async () => {
    const api = demoApi();
    delete api.views.notebook;
    renderScreen(
      <>
        <NotebookVerdict />
        <NotebookDetailsCard />
      </>,
      { api, entity: notebookEntity },
    );
    expect(
      await screen.findByText(/no such notebook server on the cluster/),
    ).toBeVisible();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  it('shows nothing of before once it is gone', async () => {
    const { api } = page();
    await screen.findByText(/last used 4 min ago/);
    api.views.notebook = () => {
      throw new DataPlatformError(404, 'NotFoundError', 'gone');
    };
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(
      await screen.findByText(/no such notebook server on the cluster/),
    ).toBeVisible();
    expect(screen.queryByText(/last used/)).toBeNull();
    expect(screen.queryByRole('tab')).toBeNull();
  });

  it('says that it may not be seen', async () => {
    const api = demoApi();
    api.views.notebook = () => {
      throw new DataPlatformError(403, 'NotAllowedError', 'no');
    };
    renderScreen(<NotebookVerdict />, { api, entity: notebookEntity });
    expect(
      await screen.findByText(
        'You may not see the state of this notebook server.',
      ),
    ).toBeVisible();
  });
});

describe('the details of a notebook server', () => {
  it('lists its volumes, and who shares them', async () => {
    const { container } = page();
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Volumes (2)' }),
    );
    const [, home, data] = screen.getAllByRole('row');
    expect(home).toHaveTextContent('ada-orders-homeHome/home/jovyanBound');
    expect(home).toHaveTextContent('5 GiB');
    expect(home).toHaveTextContent('nobody');
    expect(data).toHaveTextContent('churn-model');
    expect(await axeViolations(container)).toEqual([]);
  });

  it('warns that nothing is kept without one', async () => {
    const api = demoApi();
    api.views.notebook = { ...notebookDetailFixture(ago), volumes: [] };
    renderScreen(<NotebookDetailsCard />, { api, entity: notebookEntity });
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Volumes (0)' }),
    );
    expect(screen.getByText(/is lost when the server stops/)).toBeVisible();
  });

  it('leads from the pod to its log, which follows', async () => {
    const { api } = page();
    api.logText = 'The Jupyter Server is running\n';
    await userEvent.click(await screen.findByRole('tab', { name: 'Pods (1)' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Log of ada-orders-0' }),
    );
    expect(
      await screen.findByText('The Jupyter Server is running'),
    ).toBeVisible();
    expect(screen.getByRole('switch', { name: 'Follow' })).toBeChecked();
  });
});

describe('the context menu', () => {
  function Items() {
    const stop = useNotebookMenuItem('notebook:stop', 'Stop');
    const start = useNotebookMenuItem('notebook:start', 'Start');
    const remove = useNotebookMenuItem('notebook:delete', 'Delete…');
    return (
      <>
        {[stop, start, remove].map((item, index) => (
          <button key={index} disabled={item.disabled} onClick={item.onClick}>
            {item.title}
          </button>
        ))}
      </>
    );
  }

  it('says why not', async () => {
    renderScreen(<Items />, { entity: notebookEntity });
    expect(
      await screen.findByRole('button', { name: 'Start (it is not stopped)' }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Delete…' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Delete ada-orders',
    );
  });

  it('waits for the backend to know it', async () => {
    const api = demoApi();
    delete api.views.notebook;
    renderScreen(<Items />, { api, entity: notebookEntity });
    expect(
      (await screen.findAllByRole('button', { name: /not known to the data/ }))
        .length,
    ).toBe(3);
  });
});
