import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agoFrom } from '../testUtils/assessments';
import { runFixtures } from '../testUtils/runFixtures';
import { layoutRuns, TIMELINE_HEIGHT } from './runLayout';
import { runSentence, runState } from './runState';
import { RunTimeline } from './RunTimeline';

const now = Date.now();
const ago = agoFrom(now);
const runs = runFixtures(ago);

describe('RunTimeline', () => {
  it('draws one bar a run, oldest first, and says it in a sentence', () => {
    render(<RunTimeline runs={runs} />);
    const plot = screen.getByRole('group', {
      name: 'Last 30 runs, oldest first: 26 succeeded, 3 failed, 1 cancelled',
    });
    const bars = [...plot.querySelectorAll('[data-run]')];
    expect(bars.map(bar => bar.getAttribute('data-run'))).toEqual(
      [...runs].reverse().map(run => run.id),
    );
  });

  it('tells outcomes by shape as well as by colour', () => {
    render(<RunTimeline runs={runFixtures(ago, 'running')} />);
    const shapeOf = (state: string) => {
      const bar = document.querySelector(`[data-state="${state}"]`)!;
      return [...bar.querySelectorAll('rect:not(:first-child), path')]
        .map(el => `${el.tagName} ${el.getAttribute('fill') === 'none'}`)
        .join();
    };
    const shapes = ['succeeded', 'failed', 'cancelled', 'running'].map(shapeOf);
    expect(new Set(shapes).size).toBe(4);
  });

  it('is one tab stop; arrows, Home and End move within', async () => {
    const onSelect = jest.fn();
    render(<RunTimeline runs={runs} onSelect={onSelect} table={false} />);
    await userEvent.tab();
    const focused = () => document.activeElement?.getAttribute('data-run');
    expect(focused()).toBe('run-0');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(focused()).toBe('run-2');
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('run-1');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('run-29');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('run-29');
    await userEvent.keyboard('{End}{Enter}');
    expect(onSelect).toHaveBeenCalledWith(runs[0]);
    await userEvent.tab();
    expect(focused()).toBeFalsy();
  });

  it('shows a tip on hover and on focus', async () => {
    render(<RunTimeline runs={runs} onSelect={jest.fn()} />);
    const bar = screen.getByRole('button', {
      name: runSentence(runs[8], now),
    });
    expect(screen.queryByText(runs[8].name)).toBeNull();
    fireEvent.mouseEnter(bar);
    expect(await screen.findByText(runs[8].name)).toBeInTheDocument();
    fireEvent.mouseLeave(bar);
    expect(screen.queryByText(runs[8].name)).toBeNull();
  });

  it('offers the same as a table', async () => {
    render(<RunTimeline runs={runs.slice(0, 3)} />);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    expect(await screen.findAllByRole('row')).toHaveLength(4);
    expect(
      screen.getByRole('columnheader', { name: 'Duration' }),
    ).toBeVisible();
  });

  it('draws nothing of no runs', () => {
    const { container } = render(<RunTimeline runs={[]} />);
    expect(container.querySelector('[data-run]')).toBeNull();
  });
});

describe('layoutRuns', () => {
  it('keeps all bars within the room, however many', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      ...runs[i % 30],
      id: `r${i}`,
    }));
    const { bars, width } = layoutRuns(many, now, 280);
    expect(width).toBe(280);
    bars.forEach(bar => {
      expect(bar.x).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.width).toBeLessThanOrEqual(280.01);
      expect(bar.y).toBeGreaterThan(0);
      expect(bar.y + bar.height).toBeCloseTo(TIMELINE_HEIGHT);
    });
  });

  it('keeps few bars slim', () => {
    expect(layoutRuns(runs.slice(0, 2), now, 900).width).toBe(44);
  });

  it('draws a run without times as the shortest bar', () => {
    const bare = {
      ...runs[0],
      durationSeconds: undefined,
      startedAt: undefined,
      submittedAt: undefined,
      finishedAt: undefined,
    };
    const { bars } = layoutRuns([bare, runs[1]], now, 900);
    expect(bars[1].height).toBe(5);
    expect(runSentence(bare, now)).toBe(
      `Failed. ${runs[0].assessment.message}`,
    );
  });

  it('says running of a run without an outcome', () => {
    expect(runState({ ...runs[0], outcome: undefined })).toBe('running');
  });
});
