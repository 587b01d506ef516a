import { countOf, countText, standingText } from './countWords';
import { reasonChoices } from './reasonWords';

const count = (n: number, more = false) => ({ n, more });

it.each([
  [count(1), '1 object'],
  [count(0), '0 objects'],
  [count(1, true), '1+ objects'],
  [count(1_000, true), '1,000+ objects'],
])('counts %j', (number, words) => {
  expect(countOf(number, 'object')).toBe(words);
  expect(words.startsWith(countText(number))).toBe(true);
});

it.each([
  [count(0), count(0), 'the same'],
  [count(2), count(0), '2 ahead'],
  [count(0), count(1_000, true), '1,000+ behind'],
  [count(2), count(3), '2 ahead, 3 behind'],
  [undefined, count(3), undefined],
])('says how %j and %j stand', (ahead, behind, words) => {
  expect(standingText({ ahead, behind })).toBe(words);
});

it('offers reasons with what stands most in the way first, and what is chosen', () => {
  expect(
    reasonChoices({ Same: 2, CheckFailed: 1, NewOne: 3 }, 'WouldConflict').map(
      ({ id, label }) => [id, label],
    ),
  ).toEqual([
    ['CheckFailed', 'Check failed (1)'],
    ['WouldConflict', 'Would conflict (0)'],
    ['Same', 'Same as its parent (2)'],
    ['NewOne', 'NewOne (3)'],
  ]);
});
