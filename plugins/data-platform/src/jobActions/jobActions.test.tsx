import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  jobFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { jobEntity, renderScreen } from '../__testUtils__/renderScreen';
import { JobVerdict } from '../job/JobVerdict';
import { jobAction, jobActions, plainOperations } from './jobActions';
import { useJobActionMenuItem } from './useJobActionMenuItem';

const job = jobFixture(agoFrom(Date.now()));
const run = job.operations[0];

describe('jobActions', () => {
  it('takes the word of the backend', () => {
    const told = {
      id: 'spark-job:clone',
      title: 'Clone job',
      available: false,
      reason: 'Only its owner may.',
    };
    const { availability } = jobAction(
      { ...job, operations: [...job.operations, told] },
      'clone',
    );
    expect(availability).toEqual({ ...told, title: 'Clone…' });
  });

  it('can back-fill when it can run', () => {
    const off = { ...run, available: false, reason: 'No quota.' };
    const idle = { ...job, operations: [off] };
    expect(jobAction(job, 'backfill').availability.available).toBe(true);
    expect(jobAction(idle, 'backfill').availability.reason).toBe('No quota.');
    expect(jobAction(idle, 'run-with').availability.reason).toBe('No quota.');
  });

  it('cannot clone what has no definition', () => {
    const bare = { ...job, operations: [], definition: undefined };
    const off = jobActions(bare).filter(
      ({ availability }) => !availability.available,
    );
    expect(off.map(({ id }) => id)).toEqual([
      'run-with',
      'backfill',
      'clone',
      'update',
    ]);
  });

  it('leaves to the bar what needs no form', () => {
    const more = { id: 'spark-job:clone', title: 'Clone', available: true };
    const operations = [...job.operations, more];
    expect(plainOperations({ ...job, operations })).toEqual(job.operations);
  });
});

describe('JobVerdict', () => {
  it('has the rest behind More, by keyboard as well', async () => {
    const user = userEvent.setup();
    const { baseElement } = renderScreen(<JobVerdict />, { entity: jobEntity });
    expect(
      await screen.findByRole('button', { name: 'Run with…' }),
    ).toBeVisible();
    const more = screen.getByRole('button', { name: 'More' });
    act(() => more.focus());
    await user.keyboard('{Enter}');
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(item => item.textContent),
    ).toEqual(['Back-fill…', 'Clone…', 'Edit definition…', 'Unregister']);
    expect(await axeViolations(baseElement)).toEqual([]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Clone orders-daily',
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks before it unregisters', async () => {
    const { api } = renderScreen(<JobVerdict />, { entity: jobEntity });
    await userEvent.click(await screen.findByRole('button', { name: 'More' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Unregister' }),
    );
    expect(await screen.findByText(/The job leaves the catalog/)).toBeVisible();
    expect(api.planned.at(-1)?.operation).toBe('entity:unregister');
  });
});

describe('useJobActionMenuItem', () => {
  function Item() {
    const item = useJobActionMenuItem('backfill', 'Back-fill…');
    return (
      <button disabled={item.disabled} onClick={item.onClick}>
        {item.title}
      </button>
    );
  }

  it('opens the dialog', async () => {
    renderScreen(<Item />, { entity: jobEntity });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Back-fill…' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Back-fill orders-daily',
    );
  });

  it('says why not', async () => {
    const api = demoApi();
    api.views.job = {
      ...job,
      operations: [{ ...run, available: false, reason: 'Only its owner may.' }],
    };
    renderScreen(<Item />, { entity: jobEntity, api });
    expect(
      await screen.findByRole('button', {
        name: 'Back-fill… (only its owner may)',
      }),
    ).toBeDisabled();
  });
});
