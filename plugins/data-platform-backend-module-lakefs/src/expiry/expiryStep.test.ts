import fc from 'fast-check';
import { EndNotice, expiryStep } from './expiryStep';

const HOUR = 3_600_000;
const END = 1_000 * HOUR;
const times = { warnMs: 24 * HOUR, graceMs: 24 * HOUR };
const clean = { expiresAt: END, head: 'c1', dirty: false };
const warned: EndNotice = {
  ...{ for: END, at: END, head: 'c1', dirty: false, told: true },
};

describe('expiryStep', () => {
  const step = (
    now: number,
    notice?: EndNotice,
    branch: Partial<typeof clean> = {},
  ) => expiryStep({ ...clean, ...branch }, notice, { ...times, now });

  it('warns once within a day of the end', () => {
    expect(step(END - 25 * HOUR)).toEqual({ do: 'wait' });
    expect(step(END - 24 * HOUR)).toEqual({
      do: 'say',
      notice: { for: END, at: END, head: 'c1', dirty: false },
    });
    expect(step(END - HOUR, warned)).toEqual({ do: 'wait' });
  });

  it('warns anew of another end', () => {
    expect(step(END - HOUR, { ...warned, for: END - 9 }).do).toBe('say');
  });

  it('deletes a clean branch at its end, warned or not heard', () => {
    expect(step(END, warned)).toEqual({ do: 'delete' });
    expect(step(END, { ...warned, told: false })).toEqual({ do: 'delete' });
  });

  it.each<[string, EndNotice | undefined, Partial<typeof clean>]>([
    ['nobody was warned', undefined, {}],
    ['it was warned of another end', { ...warned, for: 5 }, {}],
    ['it has another commit', warned, { head: 'c2' }],
    ['it holds uncommitted data', warned, { dirty: true }],
    [
      'nobody heard that uncommitted data goes',
      { ...warned, dirty: true, told: false },
      { dirty: true },
    ],
  ])('gives the whole grace where %s', (_, notice, branch) => {
    expect(step(END + HOUR, notice, branch)).toEqual({
      do: 'say',
      notice: {
        ...{ for: END, at: END + 25 * HOUR, head: branch.head ?? 'c1' },
        dirty: branch.dirty ?? false,
      },
    });
  });

  it('waits for the end of the grace, then deletes what was said to go', () => {
    const said = { ...warned, at: END + 24 * HOUR, dirty: true };
    expect(step(END + 23 * HOUR, said, { dirty: true }).do).toBe('wait');
    expect(step(END + 24 * HOUR, said, { dirty: true }).do).toBe('delete');
    // Committed or discarded meanwhile: less is lost than was said.
    expect(step(END + 24 * HOUR, said).do).toBe('delete');
  });

  it('never deletes early, unseen commits, or uncommitted data that nobody was told of', () => {
    const time = fc.integer({ min: END - 100 * HOUR, max: END + 100 * HOUR });
    const head = fc.constantFrom('c1', 'c2');
    const notice = fc.option(
      fc.record({
        for: fc.constantFrom(END, END - HOUR),
        ...{ at: time, head, dirty: fc.boolean(), told: fc.boolean() },
      }),
      { nil: undefined },
    );
    const branch = fc.record({
      ...{ expiresAt: fc.constant(END), head, dirty: fc.boolean() },
    });
    fc.assert(
      fc.property(time, branch, notice, (now, of, said) => {
        if (expiryStep(of, said, { ...times, now }).do !== 'delete') return;
        expect(now).toBeGreaterThanOrEqual(Math.max(END, said!.at));
        expect([said!.for, said!.head]).toEqual([END, of.head]);
        expect(!of.dirty || (said!.dirty && said!.told)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
