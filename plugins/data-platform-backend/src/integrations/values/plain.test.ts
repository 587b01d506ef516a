import fc from 'fast-check';
import { code, formatDuration, plain, plural } from './plain';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

describe('plain', () => {
  it('makes one clause of many lines', () => {
    expect(plain('Something happened.\nAnd "more" {of} it!')).toBe(
      "Something happened; And 'more' of it",
    );
  });

  it('never lets foreign text end, break or turn a sentence', () => {
    fc.assert(
      fc.property(anyText, text => {
        const clause = plain(text);
        expect(clause.length).toBeLessThanOrEqual(160);
        expect(clause).not.toMatch(/[\p{Cc}\p{Cf}{}"]|[.!?]\s|[.!?]$/u);
      }),
    );
  });
});

describe('code', () => {
  it('never lets a name leave its marks', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(code(text)).toMatch(/^`[^`\s{}"]{0,120}`$/);
      }),
    );
  });
});

it.each([
  [0, '0 s'],
  [12_400, '12 s'],
  [110_000, '1 min 50 s'],
  [12 * 60_000 + 5_000, '12 min'],
  [65 * 60_000, '1 h 5 min'],
  [51 * 3_600_000, '2 d 3 h'],
  [-5, '0 s'],
])('%p ms last %p', (ms, text) => expect(formatDuration(ms)).toBe(text));

it('counts', () => {
  expect([plural(1, 'executor'), plural(3, 'executor')]).toEqual([
    '1 executor',
    '3 executors',
  ]);
});
