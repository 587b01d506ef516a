import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExecutorUsage } from '@millrace/backstage-plugin-data-platform-common';
import { ExecutorPlot } from './ExecutorPlot';
import { layoutExecutors, levelAt, PLOT_HEIGHT } from './executorLayout';
import {
  executorSentence,
  formatHours,
  levelSentence,
  usageFacts,
} from './executorSentence';

const START = Date.parse('2026-03-02T09:00:00Z');
const END = START + 60 * 60_000;
const finishedAt = new Date(END).toISOString();
const at = (minute: number) => new Date(START + minute * 60_000).toISOString();

/** Dynamic allocation: up with the work, down when it is done. */
const usage: ExecutorUsage = {
  points: [
    { at: at(0), running: 0, pending: 2 },
    { at: at(1), running: 2, pending: 0, busy: 2 },
    { at: at(10), running: 2, pending: 8, busy: 2 },
    { at: at(12), running: 10, pending: 0, busy: 9 },
    { at: at(30), running: 4, pending: 0, busy: 1 },
    { at: at(60), running: 0, pending: 0 },
  ],
  peak: 10,
  wanted: { dynamic: true, instances: 2, min: 2, max: 12 },
  executorHours: 3.4,
  coreHours: 6.8,
  memoryGiBHours: 13.6,
  idleExecutorHours: 1.1,
  complete: true,
};
const slider = () => screen.getByRole('slider');

describe('ExecutorPlot', () => {
  const show = (over: Partial<ExecutorUsage> = {}) =>
    render(
      <ExecutorPlot usage={{ ...usage, ...over }} finishedAt={finishedAt} />,
    );
  const part = (container: HTMLElement, name: string) =>
    container.querySelector(`[data-part="${name}"]`);

  it('says in a sentence what it shows', () => {
    show();
    const sentence =
      'Between 2 and 10 executors, dynamic allocation within 2 and 12, 3.4 executor-hours, of which 1.1 idle';
    expect(screen.getByText(sentence)).toBeVisible();
    expect(slider()).toHaveAccessibleName(`Executors over time: ${sentence}`);
  });

  it('draws bounds, waiting, running and busy ones; of what is not known nothing', () => {
    const { container, unmount } = show();
    for (const name of ['band', 'waiting', 'running', 'busy']) {
      expect(part(container, name)).not.toBeNull();
    }
    unmount();
    const bare = show({
      wanted: { dynamic: false, instances: 10 },
      points: usage.points.map(({ busy: _busy, ...point }) => point),
    });
    expect(part(bare.container, 'band')).toBeNull();
    expect(part(bare.container, 'busy')).toBeNull();
  });

  it('is one tab stop; arrows, Home and End move from change to change', async () => {
    show();
    await userEvent.tab();
    expect(slider()).toHaveFocus();
    expect(slider()).toHaveAttribute('aria-valuetext', 'After 1 h: 0 run');
    await userEvent.keyboard('{Home}');
    expect(slider()).toHaveAttribute(
      'aria-valuetext',
      'After 0 s: 0 run, 2 wait',
    );
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(slider()).toHaveAttribute(
      'aria-valuetext',
      'After 12 min: 10 run, 9 busy',
    );
    expect(screen.getByText('After 12 min: 10 run, 9 busy')).toBeVisible();
    await userEvent.keyboard('{End}{ArrowRight}{ArrowLeft}');
    expect(slider()).toHaveAttribute('aria-valuenow', '4');
    await userEvent.tab();
    expect(screen.getByRole('button')).toHaveFocus();
    expect(screen.getByText('Up to 12')).toBeVisible();
  });

  it('reads what the pointer is over', () => {
    show();
    fireEvent.pointerMove(slider(), { clientX: 240 });
    expect(screen.getByText('After 30 min: 4 run, 1 busy')).toBeVisible();
    fireEvent.pointerLeave(slider());
    expect(screen.getByText('Up to 12')).toBeVisible();
  });

  it('offers the same as a table', async () => {
    show();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(usage.points.length + 1);
    expect(rows[4]).toHaveTextContent('12 min18 min1009');
  });

  it('draws nothing of nothing', () => {
    const { container } = show({ points: [] });
    expect(container).toBeEmptyDOMElement();
  });
});

describe('executorSentence', () => {
  const say = (over: Partial<ExecutorUsage>) =>
    executorSentence({ ...usage, ...over }, END);
  const fixed: ExecutorUsage = {
    ...usage,
    peak: 3,
    wanted: { dynamic: false, instances: 3 },
    idleExecutorHours: undefined,
    points: [
      { at: at(0), running: 0, pending: 3 },
      { at: at(1), running: 1, pending: 2 },
      { at: at(2), running: 3, pending: 0 },
      { at: at(59), running: 0, pending: 0 },
    ],
  };

  it.each([
    [fixed, '3 executors, 3.4 executor-hours'],
    [
      {
        ...fixed,
        points: [
          ...fixed.points.slice(0, 3),
          { at: at(9), running: 2 },
          { at: at(10), running: 3 },
        ],
      },
      'Between 2 and 3 executors, 3.4 executor-hours',
    ],
    [
      {
        ...fixed,
        peak: 1,
        points: [{ at: at(0), running: 1 }],
        complete: false,
      },
      '1 executor, at least 3.4 executor-hours (the portal did not see all of the run)',
    ],
    [
      {
        ...fixed,
        peak: 0,
        executorHours: 0,
        points: [{ at: at(0), running: 0, pending: 1 }],
      },
      'No executor has run, 0 executor-hours',
    ],
    [
      { wanted: { dynamic: true, min: 0 } },
      'Between 2 and 10 executors, dynamic allocation within 0 and any number, 3.4 executor-hours, of which 1.1 idle',
    ],
  ])('%j: %s', (over, sentence) => {
    expect(say(over)).toBe(sentence);
  });

  it('tells one level', () => {
    const level = { at: START, until: END, running: 1, pending: 1 };
    expect(levelSentence(level, START)).toBe('After 0 s: 1 runs, 1 waits');
  });

  it.each([
    [0, '0'],
    [0.00123, '0.001'],
    [0.5, '0.50'],
    [3.44, '3.4'],
    [250.4, '250'],
  ])('%s hours are %s', (value, text) => {
    expect(formatHours(value)).toBe(text);
  });
});

describe('usageFacts', () => {
  it('tells figures and, where there are prices, cost', () => {
    const facts = usageFacts({
      ...usage,
      cost: { amount: 1.2, currency: 'EUR' },
      idleCost: { amount: 0.4, currency: 'EUR' },
    });
    expect(facts.map(({ label }) => label)).toEqual([
      'Executor-hours',
      'Idle executor-hours',
      'Core-hours',
      'GiB-hours',
      'Cost of executors',
      'Cost of idle executors',
    ]);
    expect(facts[4].value).toContain('1.20');
  });

  it('says where they are a lower bound', () => {
    const cost = { amount: 1.2, currency: 'EUR' };
    const facts = usageFacts({ ...usage, cost, complete: false });
    expect(facts[0].value).toBe('at least 3.4');
    expect(facts.at(-1)?.value).toMatch(/^at least .*1\.20/);
  });
});

describe('layoutExecutors', () => {
  it('stays within its frame, and lets a far bound not press the line down', () => {
    const near = layoutExecutors(usage, END, 300);
    expect(near.top).toBe(12);
    expect(near.x(END)).toBe(300);
    expect(near.y(0)).toBe(PLOT_HEIGHT);
    const wanted = { dynamic: true, min: 1, max: 1000 };
    const far = layoutExecutors({ ...usage, wanted }, END, 300);
    expect(far.top).toBe(10);
    expect(far.band?.top).toBe(far.y(10));
  });

  it('finds the level at a place', () => {
    const layout = layoutExecutors(usage, END, 600);
    expect([-5, 0, 130, 299, 300, 900].map(x => levelAt(layout, x))).toEqual([
      0, 0, 3, 3, 4, 5,
    ]);
  });
});
