import { say, seconds } from '../say';

/** Counts scenarios and tells about each. */
export class Report {
  passed = 0;
  failed = 0;

  /** Runs one scenario; a failure is told and counted, and does not stop the rest. */
  async scenario(name: string, run: () => Promise<void>): Promise<boolean> {
    const started = Date.now();
    try {
      await run();
      this.passed += 1;
      say(`ok  ${name} (${seconds(Date.now() - started)})`);
      return true;
    } catch (error) {
      this.failed += 1;
      say(
        `FAILED  ${name}\n${
          error instanceof Error ? error.stack ?? error.message : String(error)
        }`,
      );
      return false;
    }
  }

  close(): number {
    say(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}
