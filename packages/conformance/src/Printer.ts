import { CheckResult, Summary } from './runConformance';

const MARKS = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };

/** Writes results as lines of text, under a heading for each area. */
export class Printer {
  private readonly write: (text: string) => void;
  private area = '';

  constructor(write: (text: string) => void) {
    this.write = write;
  }

  result({ area, title, outcome, reason, durationMs }: CheckResult): void {
    if (area !== this.area) {
      this.area = area;
      this.write(`\n${area}\n`);
    }
    const seconds = (durationMs / 1000).toFixed(1);
    this.write(`  ${MARKS[outcome]} ${title} (${seconds} s)\n`);
    if (reason) this.write(`       ${reason.replaceAll('\n', '\n       ')}\n`);
  }

  summary({ passed, failed, skipped, results }: Summary): void {
    const cannot = results.filter(result => result.outcome === 'skipped');
    if (cannot.length > 0) {
      this.write('\nWhat the endpoint cannot do:\n');
      for (const reason of new Set(cannot.map(one => one.reason))) {
        this.write(`  - ${reason}\n`);
      }
    }
    this.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
