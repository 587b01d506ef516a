import { setTimeout as sleep } from 'node:timers/promises';
import { Tabs } from '../load/Tabs';
import { jobNames } from '../content/Layout';
import { BACKGROUND, RequestClass } from '../servers/requestClass';
import { RequestCounts } from '../servers/RequestLog';
import { Bench, change, requests } from './Bench';

/** Requests of one stretch of time to all API servers. */
export interface RequestWindow {
  total: number;
  byClass: Partial<Record<RequestClass, number>>;
}

/** B4: what open tabs cost the API servers. */
export interface TabRequests {
  sessions: number;
  seconds: number;
  changes: number;
  /** Reads that the sessions made of the portal meanwhile. */
  reads: number;
  /** The same time with the same number of changes, and nobody looking. */
  without: RequestWindow;
  with: RequestWindow;
  /** Requests with the tabs open that are not the portal's own background (watches that are renewed, discovery). */
  marginal: number;
}

export async function measureTabRequests(bench: Bench): Promise<TabRequests> {
  const { sessions, changes, seconds } = bench.scale.b4;
  const stretch = async (): Promise<RequestWindow> => {
    const before = await requests(bench);
    const over = sleep(seconds * 1000);
    await change(bench, changes, changes / (seconds * 0.8));
    await over;
    return difference(before, await requests(bench));
  };
  const without = await stretch();
  const tabs = new Tabs(bench.portal, bench.tokens, jobNames(bench.places));
  // Opening belongs to what tabs do.
  const before = await requests(bench);
  try {
    await tabs.open(sessions);
    await stretch();
    await tabs.idle();
    const withTabs = difference(before, await requests(bench));
    return {
      sessions,
      seconds,
      changes,
      reads: tabs.reads,
      without,
      with: withTabs,
      marginal: marginal(withTabs),
    };
  } finally {
    tabs.close();
  }
}

export function difference(
  before: RequestCounts,
  after: RequestCounts,
): RequestWindow {
  const byClass: RequestWindow['byClass'] = {};
  for (const [name, count] of Object.entries(after.byClass)) {
    const kind = name as RequestClass;
    const more = count - (before.byClass[kind] ?? 0);
    if (more > 0) byClass[kind] = more;
  }
  return { total: after.total - before.total, byClass };
}

export function marginal({ byClass }: RequestWindow): number {
  let count = 0;
  for (const [kind, more] of Object.entries(byClass)) {
    if (!BACKGROUND.has(kind as RequestClass)) count += more;
  }
  return count;
}
