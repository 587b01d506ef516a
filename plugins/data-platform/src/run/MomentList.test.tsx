import { screen } from '@testing-library/react';
import { holdPageClock } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { renderScreen } from '../__testUtils__/renderScreen';
import { MomentList } from './MomentList';

// In the time zone of whoever runs this, as the screen has it.
const at = (day: number, hour: number, year = 2026) =>
  new Date(year, 10, day, hour, 30, 5).toISOString();
const times = () =>
  screen.getAllByRole('listitem').map(item => {
    const time = item.querySelector('time');
    return time?.textContent ?? '';
  });

function show(first: string, ...later: string[]) {
  renderScreen(
    <MomentList
      moments={[
        ...[first, ...later].map(moment => ({ title: 'Went on', at: moment })),
        { title: 'Ready', state: 'pending' },
      ]}
    />,
  );
}

describe('MomentList', () => {
  beforeEach(() => holdPageClock(Date.parse(at(22, 18))));

  it('has the clock time of today, and how much later the others came', () => {
    show(at(22, 9), at(22, 10));
    const [first, second, pending] = times();
    expect(first).toMatch(/^\d+:30:05/);
    expect(second).toBe('+ 1 h');
    expect(pending).toBe('');
    expect(screen.getByText('not yet')).toBeVisible();
  });

  it('goes on from the last moment of which the time is known', () => {
    renderScreen(
      <MomentList
        moments={[
          { title: 'Created', at: at(22, 9) },
          { title: 'Picked up' },
          { title: 'Running', at: at(22, 11) },
        ]}
      />,
    );
    expect(times().slice(1)).toEqual(['', '+ 2 h']);
  });

  it('does not say "not yet" of what a run that has ended never came to', () => {
    renderScreen(
      <MomentList
        moments={[
          { title: 'Created', at: at(22, 9) },
          { title: 'Executors', state: 'pending' },
          { title: 'Failed', at: at(22, 11), state: 'failed' },
        ]}
      />,
    );
    expect(screen.getByText('never')).toBeVisible();
    expect(screen.queryByText('not yet')).toBeNull();
  });

  it('has the day as well where that is not today', () => {
    show(at(20, 9));
    expect(times()[0]).toMatch(/Nov 20.*\d+:30:05/);
    expect(times()[0]).not.toContain('2026');
  });

  it('has the year of another one', () => {
    show(at(20, 9, 2024));
    expect(times()[0]).toMatch(/Nov 20.*2024/);
  });
});
