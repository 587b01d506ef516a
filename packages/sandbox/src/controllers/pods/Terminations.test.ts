import { Terminations } from './Terminations';

const NOW = 1_000;

it('ends a container when it says, with the code that it says', () => {
  const terminations = new Terminations();
  terminations.begin('lab', { afterMs: 4_000, code: 0 }, 30_000, NOW);
  expect(terminations.remainingMs('lab', NOW)).toBe(4_000);
  expect(terminations.remainingMs('lab', NOW + 5_000)).toBe(0);
  expect(terminations.exitOf('lab')).toEqual({ code: 0 });
});

it('kills one that outlasts the grace period', () => {
  const terminations = new Terminations();
  terminations.begin('lab', { afterMs: Infinity, code: 0 }, 30_000, NOW);
  expect(terminations.remainingMs('lab', NOW)).toBe(30_000);
  expect(terminations.exitOf('lab')).toEqual({ code: 137 });
});

it('ends one that says nothing right after, with 143', () => {
  const terminations = new Terminations();
  terminations.begin('lab', undefined, 30_000, NOW);
  expect(terminations.remainingMs('lab', NOW)).toBe(170);
  expect(terminations.exitOf('lab')).toEqual({ code: 143 });
});

it('ends one that it knows nothing of at once, as after a restart of the sandbox', () => {
  const terminations = new Terminations();
  expect(terminations.remainingMs('other', NOW)).toBe(0);
  expect(terminations.exitOf('other')).toEqual({ code: 143 });
});
