import { ServiceUnavailableError } from '@backstage/errors';

/**
 * What the history tells, or `instead` with the sentence that says why it cannot be read: what is live is shown all the
 * same.
 */
export async function unlessUnreadable<T>(
  reading: Promise<T>,
  instead: T,
): Promise<{ value: T; problem?: string }> {
  try {
    return { value: await reading };
  } catch (error) {
    if (error instanceof ServiceUnavailableError) {
      return { value: instead, problem: error.message };
    }
    throw error;
  }
}
