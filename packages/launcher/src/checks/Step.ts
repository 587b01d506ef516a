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
