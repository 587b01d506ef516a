import fc from 'fast-check';
import { jobOfRunName, runName, sparkNameProblem } from './sparkName';

const NOW = Date.parse('2026-11-22T12:00:00Z');

it('accepts names that become labels and services', () => {
  expect(sparkNameProblem('orders-daily')).toBeUndefined();
  expect(sparkNameProblem('1orders')).toMatch(/begin with a lowercase letter/);
  expect(sparkNameProblem('orders_daily')).toMatch(/lowercase letters/);
  expect(sparkNameProblem('orders-')).toBeDefined();
  expect(sparkNameProblem('o'.repeat(64))).toBe(
    'The name has 64 characters; at most 63 are allowed.',
  );
});

it('names runs so that they are valid, in order, and lead back to the job', () => {
  const job = fc.stringMatching(/^[a-z]([a-z0-9-]{0,70}[a-z0-9])?$/);
  fc.assert(
    fc.property(job, fc.nat({ max: 10 ** 9 }), (name, later) => {
      const first = runName(name, NOW);
      const second = runName(name, NOW + 1 + later);
      expect(sparkNameProblem(first)).toBeUndefined();
      expect(first < second).toBe(true);
    }),
  );
  expect(jobOfRunName(runName('orders-daily', NOW))).toBe('orders-daily');
  expect(jobOfRunName('nightly-1795337315001294968')).toBe('nightly');
  expect(jobOfRunName('orders-monthly')).toBe('orders-monthly');
});
