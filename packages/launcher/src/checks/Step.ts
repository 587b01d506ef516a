/** What came of one check. */
export interface StepResult {
  passed: number;
  failed: number;
  skipped?: number;
  /** What a person needs to see when something failed. */
  report?: string;
}

/** One check of `npm test`. */
export interface Step {
  name: string;
  run(): Promise<StepResult>;
}

/**
 * Checks that run at the same time: its lanes side by side, the checks of a lane one after another. A lane that mostly
 * waits goes beside one that computes.
 */
export type Stage = readonly (readonly Step[])[];
