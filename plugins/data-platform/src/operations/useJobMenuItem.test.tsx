import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { demoApi } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { jobEntity, renderScreen } from '../__testUtils__/renderScreen';
import { useJobMenuItem } from './useJobMenuItem';

function Item(props: { id: string; title: string }) {
  const { title, disabled, onClick } = useJobMenuItem({
    ...props,
    absent: 'nothing runs',
  });
  return (
    <button disabled={disabled} onClick={onClick}>
      {title}
    </button>
  );
}

describe('useJobMenuItem', () => {
  it('opens the dialog of the operation', async () => {
    renderScreen(<Item id="spark-job:run" title="Run now" />, {
      entity: jobEntity,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Run now' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Run now: orders-daily',
    );
  });

  it('says why an operation is not available', async () => {
    renderScreen(<Item id="spark:stop" title="Stop" />, {
      entity: jobEntity,
    });
    expect(
      await screen.findByRole('button', {
        name: 'Stop (this run has ended; there is nothing to stop)',
      }),
    ).toBeDisabled();
  });

  it('says why an operation is not offered', async () => {
    renderScreen(<Item id="spark:other" title="Other" />, {
      entity: jobEntity,
    });
    expect(
      await screen.findByRole('button', { name: 'Other (nothing runs)' }),
    ).toBeDisabled();
  });

  it('says that the job is not known', async () => {
    const api = demoApi();
    delete api.views.job;
    renderScreen(<Item id="spark-job:run" title="Run now" />, {
      entity: jobEntity,
      api,
    });
    expect(
      await screen.findByRole('button', {
        name: 'Run now (not known to the data platform yet)',
      }),
    ).toBeDisabled();
  });
});
