import type { LakeFs } from '../LakeFs';
import { LakeFsError } from '../model/LakeFsError';
import { merge } from '../operations/merges';
import { upload } from '../operations/objects';
import { createPull } from '../operations/pulls';
import { createTag } from '../operations/tags';
import { demoRepository } from './demoRepository';
import { DAY_MS, DemoWriter, ORDERS } from './DemoWriter';

export const DEMO_REPOSITORY = 'sales-lake';

const GATE = `name: orders contract
description: a merge must not break the contract of the orders
on:
  pre-merge:
    branches:
      - main
      - release-*
hooks:
  - id: price_is_decimal
    type: webhook
    description: price stays a decimal(10,2)
    properties:
      url: http://checks.sandbox/contract
      timeout: 10s
`;

const NOTICE = `name: tell the portal
description: the portal looks at once instead of at its next round
on:
  post-commit:
  post-merge:
  post-create-branch:
  post-delete-branch:
hooks:
  - id: portal
    type: webhook
    properties:
      url: http://portal.sandbox/api/data-platform/v1/lakefs/webhook/lakefs
      timeout: 5s
      headers:
        x-millrace-secret: "{{ ENV.LAKEFSACTION_PORTAL_SECRET }}"
`;

const LOADER = { user: 'ada', purpose: 'nightly load' };

/** The repository of the demo, with a branch in every state that the portal can judge. Does nothing when it is there. */
export async function demoLake(lakeFs: LakeFs): Promise<void> {
  if (lakeFs.repositories.has(DEMO_REPOSITORY)) return;
  const now = lakeFs.clock.now();
  const repository = demoRepository(lakeFs, {
    name: DEMO_REPOSITORY,
    description: 'Orders and customers of the sales domain',
    at: now - 91 * DAY_MS,
  });
  const writer = new DemoWriter(lakeFs, repository);
  await oldMain(lakeFs, writer, now);
  await branchesOfThePast(lakeFs, writer, now);
  await recentMain(lakeFs, writer, now);
  await branchesOfToday(lakeFs, writer, now);
  repository.putSettings({
    ...repository.settings,
    protectedBranches: ['main', 'release-*'],
  });
  lakeFs.protectedBranches.forget(repository);
}

/** Tables as they were a quarter of a year ago, the checks, then one load a week. */
async function oldMain(
  lakeFs: LakeFs,
  writer: DemoWriter,
  now: number,
): Promise<void> {
  for (const table of ['orders', 'customers'] as const) {
    const at = now - 90 * DAY_MS;
    writer.append('main', table, at);
    const note = { user: 'olga', purpose: 'first load' };
    const message = `Create table ${table}`;
    await writer.commit({ branch: 'main', message, at, note });
  }
  const files = { contract: GATE, portal: NOTICE };
  for (const [name, text] of Object.entries(files)) {
    upload(lakeFs, writer.repository, 'main', {
      path: `_lakefs_actions/${name}.yaml`,
      bytes: Buffer.from(text),
      contentType: 'application/yaml',
    });
  }
  await writer.commit({
    branch: 'main',
    message: 'Check the contract of the orders before every merge',
    at: now - 85 * DAY_MS,
    note: { user: 'olga' },
  });
  for (const days of [80, 73, 66]) await load(writer, now - days * DAY_MS);
}

async function load(writer: DemoWriter, at: number): Promise<void> {
  const day = new Date(at).toISOString().slice(0, 10);
  writer.append('main', 'orders', at);
  const message = `Load orders of ${day}`;
  await writer.commit({ branch: 'main', message, at, note: LOADER });
}

/** Branches that nobody has looked at for long. */
async function branchesOfThePast(
  lakeFs: LakeFs,
  writer: DemoWriter,
  now: number,
) {
  await writer.branch('abandoned-experiment');
  upload(lakeFs, writer.repository, 'abandoned-experiment', {
    path: 'scratch/matching.csv',
    bytes: Buffer.from('customer_id,same_as\n1204,88\n2219,1733\n'),
    contentType: 'text/csv',
  });
  await writer.commit({
    branch: 'abandoned-experiment',
    message: 'Try another way to match customers',
    at: now - 65 * DAY_MS,
    note: { user: 'nils', purpose: 'try another way to match customers' },
  });
  for (const days of [59, 52, 45]) await load(writer, now - days * DAY_MS);
  await writer.branch('backfill-2025');
  writer.append('backfill-2025', 'orders', now - 330 * DAY_MS, {
    records: 52_000,
  });
  await writer.commit({
    branch: 'backfill-2025',
    message: 'Backfill the orders of 2025',
    at: now - 33 * DAY_MS,
    note: {
      user: 'ada',
      purpose: 'backfill the orders of 2025',
      expiresAt: now - 3 * DAY_MS,
    },
  });
}

/** A release, and loads up to yesterday; a customers load that an older branch does not know. */
async function recentMain(lakeFs: LakeFs, writer: DemoWriter, now: number) {
  const { repository } = writer;
  for (const days of [38, 31, 24, 17]) await load(writer, now - days * DAY_MS);
  await createTag(lakeFs, repository, { id: 'orders-2026-q3', ref: 'main' });
  await writer.branch('release-2026-11');
  await writer.branch('customers-dedup-trial');
  const at = now - 4 * DAY_MS;
  writer.append('customers-dedup-trial', 'customers', at, { records: 198 });
  await writer.commit({
    branch: 'customers-dedup-trial',
    message: 'Customers without duplicates',
    at,
    note: {
      user: 'ada',
      purpose: 'customers without duplicates',
      expiresAt: now + 10 * DAY_MS,
    },
  });
  writer.append('main', 'customers', now - 2 * DAY_MS);
  await writer.commit({
    branch: 'main',
    message: 'Load customers',
    at: now - 2 * DAY_MS,
    note: LOADER,
  });
  await load(writer, now - DAY_MS);
}

async function branchesOfToday(
  lakeFs: LakeFs,
  writer: DemoWriter,
  now: number,
) {
  const { repository } = writer;
  const note = (user: string, purpose: string, days: number) => ({
    user,
    purpose,
    expiresAt: now + days * DAY_MS,
  });
  const late = note('ada', 'orders that arrived late', 5);
  await writer.branch('orders-late-arrivals');
  for (const [hours, days] of [
    [6, 3],
    [5, 2],
  ]) {
    writer.append('orders-late-arrivals', 'orders', now - days * DAY_MS, {
      records: 75,
      writer: `late-${days}`,
    });
    await writer.commit({
      branch: 'orders-late-arrivals',
      message: `Late orders of ${days} days ago`,
      at: now - hours * 3_600_000,
      note: late,
    });
  }
  createPull(lakeFs, repository, {
    title: 'Orders that arrived late',
    source_branch: 'orders-late-arrivals',
    destination_branch: 'main',
  });
  await writer.branch('price-as-text');
  writer.append('price-as-text', 'orders', now - DAY_MS, {
    columns: ORDERS.map(column =>
      column.name === 'price' ? { ...column, type: 'string' } : column,
    ),
    writer: 'price-as-text',
  });
  await writer.commit({
    branch: 'price-as-text',
    message: 'Take the price as it comes from the shop',
    at: now - 3 * 3_600_000,
    note: note('nils', 'take the price as it comes from the shop', 7),
  });
  await merge(lakeFs, repository, 'price-as-text', 'main', {
    message: 'Take the price as it comes from the shop',
  }).catch((error: unknown) => {
    // This is what the demo is to show: the gate says no.
    if (!(error instanceof LakeFsError) || error.status !== 412) throw error;
  });
  await writer.branch('returns-wip');
  upload(lakeFs, repository, 'returns-wip', {
    path: 'raw/returns/README.md',
    bytes: Buffer.from('# Returns\n\nOne file a day, as the shop sends it.\n'),
    contentType: 'text/markdown',
  });
  await writer.commit({
    branch: 'returns-wip',
    message: 'Returns get a table of their own',
    at: now - 2 * 3_600_000,
    note: note('ada', 'returns get a table of their own', 14),
  });
  for (const [name, rows] of [
    ['2026-11-20', 'order_id,reason\n1017,damaged\n1033,too late\n'],
    ['2026-11-21', 'order_id,reason\n1041,wrong size\n'],
  ]) {
    upload(lakeFs, repository, 'returns-wip', {
      path: `raw/returns/${name}.csv`,
      bytes: Buffer.from(rows),
      contentType: 'text/csv',
    });
  }
}
