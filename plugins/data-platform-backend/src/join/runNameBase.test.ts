import fc from 'fast-check';
import { runNameBase } from './runNameBase';

const word = fc
  .array(fc.constantFrom(...'aeiouaeioubdklmnrst'), {
    minLength: 2,
    maxLength: 12,
  })
  .map(letters => `a${letters.join('')}e`);
/** Names as people give them: words, of which none looks like a suffix. */
const jobName = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map(words => words.join('-'))
  .filter(name => !/-(?:run|try)$/.test(name));

const two = (max: number, min = 0) =>
  fc.integer({ min, max }).map(n => String(n).padStart(2, '0'));
const day = fc.tuple(
  fc.integer({ min: 1990, max: 2049 }),
  two(12, 1),
  two(28, 1),
);
const time = fc.tuple(two(23), two(59), two(59));
const safe = fc.constantFrom(...'bcdfghjklmnpqrstvwxz2456789');

const suffix = fc.oneof(
  day.map(parts => parts.join('')),
  day.map(parts => parts.join('-')),
  fc.tuple(day, time).map(([d, t]) => `${d.join('')}t${t.join('')}`),
  fc.tuple(day, time).map(([d, t]) => `${d.join('')}-${t.join('')}`),
  fc.tuple(day, time).map(([d, t]) => `${d.join('-')}t${t.join('-')}z`),
  fc.integer({ min: 1_500_000_000, max: 2_000_000_000 }).map(String),
  fc.bigInt(1_500_000_000n * 10n ** 9n, 2_000_000_000n * 10n ** 9n).map(String),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.integer({ min: 0, max: 99 }).map(n => `run-${n}`),
  fc.array(safe, { minLength: 5, maxLength: 5 }).map(all => all.join('')),
  fc.uuid(),
);

describe('runNameBase', () => {
  it.each([
    ['orders-daily', 'orders-daily'],
    ['orders-daily-20260102', 'orders-daily'],
    ['orders-daily-2026-01-02', 'orders-daily'],
    ['orders-daily-2026-01-02t03-04-05z', 'orders-daily'],
    ['orders-daily-20260102t030405', 'orders-daily'],
    ['orders-daily-2026010203', 'orders-daily'],
    ['orders-daily-2026-01', 'orders-daily'],
    ['orders-daily-1767312000000000000', 'orders-daily'],
    ['orders-daily-17', 'orders-daily'],
    ['orders-daily-run-17', 'orders-daily'],
    ['orders-daily-attempt2', 'orders-daily'],
    ['orders-daily-x7k2p', 'orders-daily'],
    ['orders-daily-3f9a1c07', 'orders-daily'],
    ['orders-daily-20260102-3f9a1c07', 'orders-daily'],
    ['orders-daily-0d5b1f52-7f0e-4a57-9a7b-3c2f7a5d9e10', 'orders-daily'],
    ['orders-v2', 'orders-v2'],
    ['load-parquet2', 'load-parquet2'],
    ['load-s3export', 'load-s3export'],
    ['facade', 'facade'],
    ['20260102', '20260102'],
    ['', ''],
  ])('%s is a run of %s', (name, base) => {
    expect(runNameBase(name)).toBe(base);
  });

  it('takes off whatever makers put behind a name, once or twice', () => {
    fc.assert(
      fc.property(
        jobName,
        fc.array(suffix, { minLength: 1, maxLength: 2 }),
        (name, suffixes) => {
          expect(runNameBase([name, ...suffixes].join('-'))).toBe(
            runNameBase(name),
          );
        },
      ),
    );
  });

  it('changes nothing the second time, and never takes all of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 80 }),
          fc.tuple(jobName, suffix).map(parts => parts.join('-')),
        ),
        name => {
          const base = runNameBase(name);
          expect(runNameBase(base)).toBe(base);
          expect(base === '').toBe(name === '');
          expect(name.startsWith(base)).toBe(true);
        },
      ),
    );
  });
});
