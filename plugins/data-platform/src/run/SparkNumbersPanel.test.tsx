import { screen } from '@testing-library/react';
import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { SparkNumbersPanel } from './SparkNumbersPanel';

const GIB = 2 ** 30;
const numbers: SparkNumbers = {
  at: new Date(Date.now() - 20_000).toISOString(),
  from: 'driver',
  sparkVersion: '4.0.1',
  progress: 0.429,
  stages: { active: 1, complete: 3, pending: 1, failed: 0 },
  tasks: { active: 8, complete: 1_240, failed: 4, total: 2_000 },
  inputBytes: 38.4 * GIB,
  outputBytes: 0,
  shuffleReadBytes: 1.44 * GIB,
  spilledBytes: 512,
  gcRatio: 0.024,
  activeStages: [
    { id: 14, name: 'join at Orders.scala:42', complete: 40, total: 200 },
    { id: 15, name: '', complete: 0, total: 0, failed: 3 },
  ],
  hints: [
    {
      reason: 'TaskSkew',
      stage: 14,
      message: 'Stage 14 (join): one of 200 tasks took 40x the median.',
      nextStep: 'Look for a key that holds most of the rows.',
    },
  ],
};

function open(over: Partial<SparkNumbers> = {}, running = true) {
  return renderScreen(
    <SparkNumbersPanel numbers={{ ...numbers, ...over }} running={running} />,
  );
}

describe('SparkNumbersPanel', () => {
  it('shows how far a run is, what it moves and what to look at', async () => {
    const { container } = open();
    expect(
      await screen.findByRole('progressbar', { name: 'Jobs that run' }),
    ).toHaveAttribute('aria-valuenow', '42');
    expect(
      screen.getByRole('progressbar', {
        name: 'Stage 14 · join at Orders.scala:42',
      }),
    ).toHaveAttribute('aria-valuetext', '40 of 200 tasks');
    expect(
      screen.getByRole('progressbar', { name: 'Stage 15' }),
    ).toHaveAttribute('aria-valuetext', '0 of 0 tasks, 3 failed');
    for (const text of [
      'Stages3 done, 1 running, 1 waiting',
      '1,240 of 2,000 done, 8 running, 4 failed',
      'Input38 GiB',
      'Output0 B',
      'Shuffle read1.4 GiB',
      'Spilled to disk512 B',
      'Garbage collection2 % of task time',
    ]) {
      expect(container).toHaveTextContent(text);
    }
    expect(container).toHaveTextContent(/from the driver, \d+ s ago/);
    expect(container).not.toHaveTextContent('Shuffle written');
    expect(screen.getByText(/took 40x the median/)).toBeVisible();
    expect(screen.getByText(/a key that holds most/)).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  it('says where the numbers of a run that has ended come from, without bars', async () => {
    const { container } = open({ from: 'history-server' }, false);
    expect(await screen.findByText(/from the History Server/)).toBeVisible();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(container).toHaveTextContent('Input38 GiB');
  });

  it('says that the driver was read before the very end', async () => {
    open({}, false);
    expect(
      await screen.findByText(/from the driver, shortly before the end/),
    ).toBeVisible();
  });

  it('says that no job runs', async () => {
    open({ progress: undefined, activeStages: [], hints: [] });
    expect(await screen.findByText(/No Spark job runs/)).toBeVisible();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('has no row of zeros for a server that has done nothing yet', async () => {
    const { container } = open({
      progress: undefined,
      activeStages: [],
      hints: [],
      stages: { active: 0, complete: 0, pending: 0, failed: 0 },
      tasks: { active: 0, complete: 0, failed: 0, total: 0 },
    });
    expect(await screen.findByText('none yet')).toBeVisible();
    expect(container).toHaveTextContent('Spark4.0.1');
    expect(screen.queryByText('Shuffle read')).toBeNull();
  });

  it('is not there where nobody told', () => {
    const { container } = renderScreen(
      <SparkNumbersPanel numbers={undefined} running />,
    );
    expect(container).not.toHaveTextContent('Spark tells');
  });
});
