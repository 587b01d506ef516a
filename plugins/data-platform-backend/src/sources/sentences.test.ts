import { clockTime, outageSentence, tooLargeSentence } from './sentences';

const NOW = Date.parse('2026-11-22T10:04:00Z');
const at = (time: string) => Date.parse(`2026-11-22T${time}:00Z`);

describe('sentences', () => {
  it('tells what is shown and why nothing newer is', () => {
    expect(
      outageSentence({
        subject: 'cluster eu-1',
        fault: 'has not answered',
        lastGood: at('09:58'),
        since: at('10:02'),
        reason: 'connection refused',
        now: NOW,
      }),
    ).toBe(
      'Showing the state of 09:58 UTC: cluster eu-1 has not answered since 10:02 UTC (connection refused).',
    );
  });

  it('names the day when it is another', () => {
    expect(clockTime(at('09:58') - 86_400_000, NOW)).toBe(
      '2026-11-21 09:58 UTC',
    );
  });

  it('names one of the objects that are too large, and counts the others', () => {
    expect(tooLargeSentence(['huge'])).toBe(
      'huge is larger than the portal reads (4 MiB), so its state is not known.',
    );
    expect(tooLargeSentence(['huge', 'vast', 'wide'])).toBe(
      'huge and 2 more are larger than the portal reads (4 MiB), so their state is not known.',
    );
  });
});
