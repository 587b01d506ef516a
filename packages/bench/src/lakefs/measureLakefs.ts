import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  LakefsBranchPage,
  LakefsDiffGroups,
  LakefsDiffPage,
} from '@millrace/backstage-plugin-data-platform-common';
import { request } from 'undici';
import { Memory } from '../backend/HeapWatch';
import { LAKE_PORTAL, LAKE_SERVER } from '../paths';
import { monotonic } from '../process/monotonic';
import { Program, ProgramOptions } from '../process/Program';
import { LakeAddress, LakeSize, REPOSITORY, SERVER } from './LakeSize';

/** B13: many branches and a big difference, through the portal and from the server itself. Times in ms, medians. */
export interface LakefsCost extends LakeSize {
  /** Until the list has every branch. */
  listedMs: number;
  /** First page of branches: a read of the index, no server is asked. */
  branchesMs: number;
  /** First page of the difference through the portal, and from the server. */
  diffMs: number;
  serverDiffMs: number;
  /** Its tables. */
  groupsMs: number;
  /** The whole difference, page by page. */
  wholeDiffMs: number;
  /** Heap at its most meanwhile, garbage and all, beyond what was live before, MB. */
  peakMb: number;
  /** Live heap after it beyond that before, MB. */
  keptMb: number;
}

const READS = 15;
const LOOK_MS = 100;

export async function measureLakefs(options: {
  size: LakeSize;
  folder: string;
  signal: AbortSignal;
}): Promise<LakefsCost> {
  const { size, folder, signal } = options;
  const programs: Program[] = [];
  const start = (program: Pick<ProgramOptions, 'name' | 'main' | 'args'>) => {
    const started = new Program({
      ...program,
      env: { NODE_ENV: 'test', LOG_LEVEL: 'error' },
      logFile: join(folder, `${program.name.replaceAll(' ', '-')}.log`),
    });
    programs.push(started);
    return started;
  };
  try {
    const server = start({
      name: 'lakefs server',
      main: LAKE_SERVER,
      args: [JSON.stringify(size)],
    });
    const address = await server.ask<LakeAddress>('address', signal);
    const portal = start({
      name: 'lakefs portal',
      main: LAKE_PORTAL,
      args: [JSON.stringify(address)],
    });
    return { ...size, ...(await measure(portal, address, size, signal)) };
  } finally {
    for (const program of programs.reverse()) await program.stop();
  }
}

async function measure(
  portal: Program,
  lake: LakeAddress,
  size: LakeSize,
  signal: AbortSignal,
): Promise<Omit<LakefsCost, keyof LakeSize>> {
  const { url, authorization } = await portal.ask<{
    url: string;
    authorization: string;
  }>('address', signal);
  const read = <T>(path: string) =>
    json<T>(
      `${url}/api/data-platform/v1/lakefs/${path}`,
      authorization,
      signal,
    );
  const key = Buffer.from(`${lake.accessKeyId}:${lake.secretAccessKey}`);
  const asked = (path: string) =>
    json(
      `${lake.url}/api/v1/repositories/${REPOSITORY}/${path}`,
      `Basic ${key.toString('base64')}`,
      signal,
    );
  const below = `repositories/${SERVER}/${REPOSITORY}`;
  const sides = 'left=main&right=b-00000';
  const startedAt = monotonic();
  for (;;) {
    const { total } = await read<LakefsBranchPage>('branches?limit=1');
    if (total > size.branches) break;
    await sleep(LOOK_MS, undefined, { signal });
  }
  const listedMs = monotonic() - startedAt;
  const branchesMs = await median(() => read('branches?limit=50'));
  const diffMs = await median(() => read(`${below}/diff?${sides}&limit=200`));
  const serverDiffMs = await median(() =>
    asked('refs/main/diff/b-00000?type=three_dot&amount=200'),
  );
  const groupsMs = await median(
    () => read<LakefsDiffGroups>(`${below}/diff-groups?${sides}`),
    3,
  );
  const before = await portal.ask<Memory>('memory', signal);
  const from = monotonic();
  let after = '';
  let objects = 0;
  do {
    const { count, next } = await read<LakefsDiffPage>(
      `${below}/diff?${sides}&limit=1000${after}`,
    );
    objects += count;
    after = next === undefined ? '' : `&after=${encodeURIComponent(next)}`;
  } while (after !== '');
  const wholeDiffMs = monotonic() - from;
  if (objects !== size.objects) {
    throw new Error(`The pages had ${objects} of ${size.objects} objects.`);
  }
  const { peakMb, liveMb } = await portal.ask<Memory>('memory', signal);
  return {
    ...{ listedMs, branchesMs, diffMs, serverDiffMs, groupsMs, wholeDiffMs },
    peakMb: Math.max(0, peakMb - before.liveMb),
    keptMb: Math.max(0, liveMb - before.liveMb),
  };
}

async function median(
  act: () => Promise<unknown>,
  times = READS,
): Promise<number> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const from = monotonic();
    await act();
    all.push(monotonic() - from);
  }
  return all.sort((a, b) => a - b)[Math.floor(times / 2)];
}

async function json<T>(
  url: string,
  authorization: string,
  signal: AbortSignal,
): Promise<T> {
  const { statusCode, body } = await request(url, {
    headers: { authorization },
    signal,
  });
  if (statusCode !== 200) {
    throw new Error(`${url} answered ${statusCode}: ${await body.text()}`);
  }
  return (await body.json()) as T;
}
