import { setTimeout as sleep } from 'node:timers/promises';

export interface ReadinessOptions {
  baseUrl: string;
  /** Name of the person to sign in as. */
  person: string;
  signal: AbortSignal;
  deadlineMs: number;
  onStage(stage: string): void;
}

async function tryFetch(
  url: string,
  headers: Record<string, string>,
): Promise<unknown> {
  try {
    const response = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** Token of a person of the closed list, once the portal lets people in. */
export async function signIn(
  baseUrl: string,
  person: string,
): Promise<string | undefined> {
  const session = (await tryFetch(`${baseUrl}/api/auth/people/refresh`, {
    'x-millrace-person': person,
    'x-requested-with': 'XMLHttpRequest',
  })) as { backstageIdentity?: { token?: string } } | undefined;
  return session?.backstageIdentity?.token;
}

/**
 * Waits until people can sign in and the first lists of all clusters are done.
 * @throws Error when that takes longer than the deadline
 */
export async function untilReady(options: ReadinessOptions): Promise<void> {
  const { baseUrl, signal } = options;
  const end = Date.now() + options.deadlineMs;
  let token: string | undefined;
  let stage = '';
  const at = (next: string) => {
    if (stage !== next) options.onStage((stage = next));
  };
  while (Date.now() < end) {
    signal.throwIfAborted();
    token ??= await signIn(baseUrl, options.person);
    if (!token) {
      at('Starting the portal ...');
    } else {
      at('Reading the clusters ...');
      const summary = (await tryFetch(
        `${baseUrl}/api/data-platform/v1/summary`,
        { authorization: `Bearer ${token}` },
      )) as { warming?: boolean } | undefined;
      if (summary && !summary.warming) return;
    }
    await sleep(250, undefined, { signal });
  }
  throw new Error(
    `The portal is not ready after ${Math.round(options.deadlineMs / 1000)} s.`,
  );
}
