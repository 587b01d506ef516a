import {
  Health,
  HEALTH_ORDER,
  Part,
  severity,
} from '@millrace/backstage-plugin-data-platform-common';
import fc from 'fast-check';
import { rollUp } from './rollUp';

const words = {
  whole: 'data product orders',
  part: 'part',
  emptyStep: 'Create a job.',
};
const part = (
  title: string,
  health: Health,
  more: Partial<Part> = {},
): Part => ({
  title,
  health,
  message: `${title} says why.`,
  ...more,
});

describe('rollUp', () => {
  it.each<[string, Part[], Health, string]>([
    ['nothing', [], 'unknown', 'Nothing belongs to data product orders yet.'],
    ['one healthy', [part('a', 'healthy')], 'healthy', 'a is healthy.'],
    [
      'all healthy',
      [part('a', 'healthy'), part('b', 'healthy')],
      'healthy',
      'All 2 parts are healthy.',
    ],
    ['one failed', [part('a', 'failed')], 'failed', 'a: a says why.'],
    [
      'one of several failed',
      [part('a', 'healthy'), part('b', 'failed'), part('c', 'degraded')],
      'failed',
      '1 of 3 parts has failed. b: b says why.',
    ],
    [
      'several failed: the one that failed first is named',
      [
        part('a', 'failed', { since: '2026-03-02T09:00:00Z' }),
        part('b', 'failed', { since: '2026-03-01T09:00:00Z' }),
        part('c', 'healthy'),
      ],
      'failed',
      '2 of 3 parts have failed. b: b says why.',
    ],
    [
      'suspended is no harm, but said',
      [part('a', 'healthy'), part('b', 'suspended')],
      'suspended',
      '1 of 2 parts is suspended. b: b says why.',
    ],
    [
      'running',
      [part('a', 'progressing'), part('b', 'suspended')],
      'progressing',
      '1 of 2 parts is in progress. a: a says why.',
    ],
    [
      'unknown outranks running',
      [part('a', 'progressing'), part('b', 'unknown')],
      'unknown',
      '1 of 2 parts has no verdict. b: b says why.',
    ],
  ])('%s', (_name, parts, health, message) => {
    const { assessment } = rollUp(parts, words);
    expect(assessment).toMatchObject({ health, message });
  });

  it('says the next step of the worst part', () => {
    const parts = [
      part('a', 'failed', { nextStep: 'Fix the image.' }),
      part('b', 'degraded', { nextStep: 'Wait.' }),
    ];
    expect(rollUp(parts, words).assessment.nextStep).toBe('Fix the image.');
    expect(rollUp([], words).assessment.nextStep).toBe('Create a job.');
  });

  it('lists at most 20 of what is not well, the worst first', () => {
    const parts = [
      ...Array.from({ length: 30 }, (_, n) => part(`d${n}`, 'degraded')),
      part('f', 'failed'),
      part('fine', 'healthy'),
      part('busy', 'progressing'),
      part('off', 'suspended'),
    ];
    const { notHealthy, counts } = rollUp(parts, words);
    expect(notHealthy).toHaveLength(20);
    expect(notHealthy[0].title).toBe('f');
    expect(counts).toEqual({
      healthy: 1,
      suspended: 1,
      progressing: 1,
      unknown: 0,
      degraded: 30,
      failed: 1,
    });
  });

  const parts = fc.array(
    fc.record({
      title: fc.string({ maxLength: 3 }),
      message: fc.string({ maxLength: 3 }),
      health: fc.constantFrom(...HEALTH_ORDER),
      since: fc.constantFrom(
        undefined,
        '2026-03-01T00:00:00Z',
        '2026-03-02T00:00:00Z',
      ),
    }),
  );

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(
        parts.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, {
              minLength: all.length,
              maxLength: all.length,
            }),
          ),
        ),
        ([all, shuffled]) => {
          expect(rollUp(shuffled, words)).toEqual(rollUp(all, words));
        },
      ),
    );
  });

  it('never gets better by a part that gets worse, nor by one more bad part', () => {
    const of = (all: Part[]) =>
      all.length === 0 ? -1 : severity(rollUp(all, words).assessment.health);
    fc.assert(
      fc.property(
        parts,
        fc.nat(),
        fc.constantFrom(...HEALTH_ORDER),
        (all, at, health) => {
          expect(of([...all, part('x', health)])).toBeGreaterThanOrEqual(
            of(all),
          );
          if (all.length === 0) return;
          const index = at % all.length;
          if (severity(health) < severity(all[index].health)) return;
          const worse = all.map((one, n) =>
            n === index ? { ...one, health } : one,
          );
          expect(of(worse)).toBeGreaterThanOrEqual(of(all));
        },
      ),
    );
  });

  it('is as bad as its worst part and counts each once', () => {
    fc.assert(
      fc.property(parts, all => {
        const { assessment, counts } = rollUp(all, words);
        const sum = Object.values(counts).reduce((a, b) => a + b, 0);
        expect(sum).toBe(all.length);
        if (all.length === 0) return;
        const worst = Math.max(...all.map(one => severity(one.health)));
        expect(severity(assessment.health)).toBe(worst);
      }),
    );
  });
});
