/** A refusal, with status code and text of the real server. */
export class LakeFsError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'LakeFsError';
    this.status = status;
  }

  /** The same refusal, said of something more: `what: text`. */
  within(what: string): LakeFsError {
    return new LakeFsError(this.status, `${what}: ${this.message}`);
  }
}

export const notFound = (message = 'not found') =>
  new LakeFsError(404, message);

export const badRequest = (message: string) => new LakeFsError(400, message);

/** Adds to the text of a refusal from within what was tried. */
export async function saying<T>(
  what: string,
  attempt: () => T | Promise<T>,
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    throw error instanceof LakeFsError ? error.within(what) : error;
  }
}
