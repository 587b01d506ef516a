import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HEALTH_ORDER } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '../api/DataPlatformError';
import { agoFrom } from '../testUtils/assessments';
import { podFixtures } from '../testUtils/podFixtures';
import { Duration } from './Duration';
import { EmptyState } from './EmptyState';
import { ExecutorStrip } from './ExecutorStrip';
import { FactList } from './FactList';
import { HealthBadge } from './HealthBadge';
import { HealthCounts } from './HealthCounts';
import { MeterBar } from './MeterBar';
import { RelativeTime } from './RelativeTime';
import { Sparkline } from './Sparkline';
import { StaleNotice } from './StaleNotice';
import { ViewProblem } from './ViewProblem';

const ago = agoFrom(Date.now());

describe('HealthBadge', () => {
  it('tells each health by a word and a shape of its own', () => {
    const shapes = HEALTH_ORDER.map(health => {
      const { container, unmount } = render(<HealthBadge health={health} />);
      const svg = container.querySelector('svg')!;
      const shape = svg.innerHTML;
      expect(container.textContent).not.toBe('');
      expect(svg).toHaveAttribute('aria-hidden', 'true');
      unmount();
      return shape;
    });
    expect(new Set(shapes).size).toBe(HEALTH_ORDER.length);
  });

  it('shows a health that it does not know as unknown', () => {
    render(<HealthBadge health={'strange' as 'unknown'} />);
    expect(screen.getByText('Unknown')).toBeInTheDocument();
  });

  it('takes a word of its own', () => {
    render(<HealthBadge health="healthy" label="Succeeded" />);
    expect(screen.getByText('Succeeded')).toBeInTheDocument();
  });
});

describe('RelativeTime and Duration', () => {
  it('shows how long ago, and the exact time on hover', () => {
    render(<RelativeTime at={ago(4)} />);
    const time = screen.getByText('4 min ago');
    expect(time).toHaveAttribute('datetime', ago(4));
    expect(time.title).toMatch(/\d{4}/);
  });

  it('shows a dash where there is no time', () => {
    const { container } = render(
      <>
        <RelativeTime at={undefined} />
        <RelativeTime at="never" />
        <Duration />
      </>,
    );
    expect(container).toHaveTextContent('–––');
  });

  it('measures a known, an ended and an open length', () => {
    const { container } = render(
      <>
        <Duration seconds={725} />, <Duration start={ago(30)} end={ago(10)} />,{' '}
        <Duration start={ago(40)} />
      </>,
    );
    expect(container).toHaveTextContent('12 min, 20 min, 40 min');
  });
});

describe('HealthCounts', () => {
  const counts = {
    healthy: 12,
    suspended: 0,
    progressing: 3,
    unknown: 0,
    degraded: 0,
    failed: 1_234,
  };

  it('says the same in the bar’s label', () => {
    render(<HealthCounts counts={counts} />);
    expect(
      screen.getByRole('img', {
        name: '1234 failed, 3 in progress, 12 healthy',
      }),
    ).toBeInTheDocument();
  });

  it('leaves out zeros when brief', () => {
    render(<HealthCounts counts={counts} brief />);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('switches a filter', async () => {
    const onToggle = jest.fn();
    render(
      <HealthCounts
        counts={counts}
        selected={['failed']}
        onToggle={onToggle}
      />,
    );
    const failed = screen.getByRole('button', { name: /Failed/ });
    expect(failed).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: /Healthy/ }));
    expect(onToggle).toHaveBeenCalledWith('healthy');
  });

  it('says that nothing is here', () => {
    render(
      <HealthCounts
        counts={{ ...counts, healthy: 0, progressing: 0, failed: 0 }}
      />,
    );
    expect(
      screen.getByRole('img', { name: 'Nothing is here yet' }),
    ).toBeInTheDocument();
  });
});

describe('ExecutorStrip', () => {
  it('counts executors and says how many failed', () => {
    render(<ExecutorStrip pods={podFixtures(ago)} />);
    expect(
      screen.getByText('1 of 3 executors running, 1 waiting, 1 failed'),
    ).toBeInTheDocument();
    expect(document.querySelectorAll('[data-phase]')).toHaveLength(3);
  });

  it('says after the end how they ended, and takes none for running that is gone', () => {
    const [, first, ...rest] = podFixtures(ago);
    const pods = [
      { ...first, gone: true },
      ...rest.map(pod => ({ ...pod, phase: 'Succeeded' as const })),
    ];
    render(<ExecutorStrip pods={pods} />);
    expect(
      screen.getByText('3 executors: 2 completed, 1 gone'),
    ).toBeInTheDocument();
  });

  it('says so where there are none', () => {
    render(<ExecutorStrip pods={[]} />);
    expect(screen.getByText('No executors')).toBeInTheDocument();
  });
});

describe('Sparkline', () => {
  it('draws a line with gaps and says what it shows', () => {
    render(<Sparkline values={[1, undefined, 3, 4]} label="Minutes per run" />);
    const svg = screen.getByRole('img', { name: 'Minutes per run' });
    expect(svg.querySelector('path')?.getAttribute('d')).toMatch(/^M.*M/);
  });

  it('draws nothing of one value', () => {
    const { container } = render(<Sparkline values={[1]} label="x" />);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('small states', () => {
  it('lists facts and marks what warns', () => {
    const fact = { key: 'e', label: 'Executors', value: '2 of 3' };
    render(<FactList facts={[{ ...fact, warning: true }]} />);
    const value = screen.getByText('2 of 3');
    expect(value.querySelector('[data-health=degraded]')).not.toBeNull();
    const { container } = render(<FactList facts={[]} />);
    expect(container).toBeEmptyDOMElement();
  });

  it('shows how full a quota is, also when it is over', () => {
    render(<MeterBar label="CPU" used="20" hard="16" ratio={1.25} />);
    const meter = screen.getByRole('meter', { name: 'CPU' });
    expect(meter).toHaveAttribute('aria-valuenow', '100');
    expect(meter).toHaveAttribute('aria-valuetext', '20 of 16, 125 percent');
    expect(screen.getByText(/125 % used/)).toBeInTheDocument();
  });

  it('takes a ratio that is no number for zero', () => {
    render(<MeterBar label="CPU" used="0" hard="0" ratio={NaN} />);
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '0');
  });

  it('says since when something is stale', () => {
    const stale = { since: ago(5), message: 'Cluster eu-1 is silent.' };
    render(<StaleNotice stale={stale} />);
    expect(screen.getByRole('status')).toHaveTextContent(
      'Cluster eu-1 is silent. Last known state: 5 min ago.',
    );
    const { container } = render(<StaleNotice stale={undefined} />);
    expect(container).toBeEmptyDOMElement();
  });

  it('offers an action where nothing is', () => {
    render(
      <EmptyState title="No run yet." action={<button>Run</button>}>
        Start one.
      </EmptyState>,
    );
    expect(screen.getByText('Start one.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Run' })).toBeInTheDocument();
  });

  it('tells a refusal from a failure', async () => {
    const retry = jest.fn();
    const { unmount } = render(
      <ViewProblem
        error={new DataPlatformError(403, 'NotAllowedError', 'raw')}
        subject="the runs"
        onRetry={retry}
      />,
    );
    expect(screen.getByText('You may not see the runs.')).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    render(
      <ViewProblem
        error={new DataPlatformError(503, 'X', 'The index is down.')}
        subject="the runs"
        onRetry={retry}
      />,
    );
    expect(screen.getByText('The index is down.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalled();
    expect(within(document.body).queryByText(/raw/)).toBeNull();
  });
});
