import fc from 'fast-check';
import { applicationId, ID_MAX } from './applicationId';

it('is the name and the number of the attempt', () => {
  expect(applicationId('sales', 'orders-daily', 2)).toBe('orders-daily-2');
});

it('has a hash in place of a long name, as the operator makes it', () => {
  const name = 'a-very-long-name-of-a-spark-application-that-is-cut';
  // From SparkAppSubmissionWorker.generateHashBasedId: SHA-256 of `sales/NAME/0` to the base of 36.
  const id = applicationId('sales', name, 0);
  expect(id).toMatch(/^a-very-lo-[0-9a-z]{36}$/);
  expect(applicationId('sales', name, 1)).not.toBe(id);
  expect(applicationId('finance', name, 0)).not.toBe(id);
});

it('is never longer than what Spark takes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.nat(), (name, attempt) => {
      expect(applicationId('sales', name, attempt).length).toBeLessThanOrEqual(
        ID_MAX,
      );
    }),
  );
});
