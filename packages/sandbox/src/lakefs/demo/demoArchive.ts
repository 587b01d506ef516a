import type { LakeFs } from '../LakeFs';
import { demoRepository } from './demoRepository';
import { DAY_MS, DemoWriter } from './DemoWriter';

/** In no catalog yet: what the template that registers repositories finds. */
export const DEMO_ARCHIVE = 'sales-archive';
const YEARS = [2023, 2024];

/** A second repository of the demo: one branch, closed years. Does nothing when it is there. */
export async function demoArchive(lakeFs: LakeFs): Promise<void> {
  if (lakeFs.repositories.has(DEMO_ARCHIVE)) return;
  const now = lakeFs.clock.now();
  const repository = demoRepository(lakeFs, {
    name: DEMO_ARCHIVE,
    description: 'Orders and customers of closed years',
    at: now - 400 * DAY_MS,
  });
  const writer = new DemoWriter(lakeFs, repository);
  for (const [index, year] of YEARS.entries()) {
    const at = now - (399 - index * 200) * DAY_MS;
    const load = { records: 40_000, writer: `close-${year}` };
    writer.append('main', 'orders', at, load);
    writer.append('main', 'customers', at, load);
    await writer.commit({
      branch: 'main',
      message: `Close the books of ${year}`,
      at,
      note: { user: 'olga', purpose: 'closed years' },
    });
  }
}
