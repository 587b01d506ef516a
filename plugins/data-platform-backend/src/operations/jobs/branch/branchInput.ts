import { z } from 'zod';

const name = z.string().trim().min(1).max(253);

/** The data branch that a run is to work on. */
export const runBranchInput = z.strictObject({
  /** Server, as configured. */
  source: name,
  repository: name,
  branch: name,
});
