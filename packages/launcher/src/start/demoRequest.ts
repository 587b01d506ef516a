import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from './readiness';

/** Who asks, and for which branch of the demo: one that its owners may want to look at. */
const PERSON = 'ada';
const MERGE = {
  operation: 'lakefs:merge',
  entityRef: 'resource:default/sales-lake',
  input: { source: 'orders-late-arrivals', destination: 'main' },
};
const COMMENT = 'The orders that came late this week; the totals are right.';
const DEADLINE_MS = 30_000;
const EVERY_MS = 1_000;
const CALL_MS = 15_000;

/**
 * Has a person of the demo ask for a merge, by the portal's own service, so that there is a request to be looked at. Once:
 * where any request is, or was, nothing is asked. Resolves with whether it was asked.
 * @throws Error with the portal's answer when it does not take the request in time
 */
export async function askInDemo(
  baseUrl: string,
  options: { deadlineMs?: number; everyMs?: number } = {},
): Promise<boolean> {
  const { deadlineMs = DEADLINE_MS, everyMs = EVERY_MS } = options;
  const end = Date.now() + deadlineMs;
  const token = await signIn(baseUrl, PERSON);
  const call = (path: string, body?: object) =>
    fetch(`${baseUrl}/api/data-platform/v1/${path}`, {
      signal: AbortSignal.timeout(CALL_MS),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  const known = await call('approvals?role=all&limit=1');
  if (!known.ok) throw new Error(`The approvals answered ${known.status}.`);
  if ((await known.json()).items.length > 0) return false;
  for (;;) {
    const asked = await call('approvals', { request: MERGE, comment: COMMENT });
    if (asked.ok) return true;
    const said = await asked.text();
    if (Date.now() >= end) throw new Error(`${asked.status} ${said}`);
    // The repository is known once the portal has listed it and read its entity.
    await sleep(everyMs);
  }
}
