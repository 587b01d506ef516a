/** A log line and its number, counted from the first line that was read. */
export interface LogLine {
  number: number;
  text: string;
}

/** A browser stays quick with this many; older lines leave. */
const MOST_LINES = 5_000;
/** One line without an end must not fill the memory. */
const LONGEST_LINE = 10_000;

/**
 * Escape sequences of ECMA-48 (colours, titles, cursor moves) and other control
 * characters but the tab. Built from text: a literal would hold the characters.
 */
const CONTROLS = new RegExp(
  [
    '\\u001b\\[[0-?]*[ -/]*[@-~]',
    '\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?',
    '\\u001b[@-Z\\\\-_]',
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f]',
  ].join('|'),
  'g',
);

/** The last lines of a log that arrives in pieces, as plain text. */
export class LogBuffer {
  private kept: LogLine[] = [];
  private rest = '';
  private count = 0;

  /** Adds a piece; a line shows once its end is here. */
  append(chunk: string): void {
    const lines = (this.rest + chunk).split('\n');
    this.rest = (lines.pop() ?? '').slice(-LONGEST_LINE);
    lines.forEach(line => this.add(line));
    this.trim();
  }

  /** Shows what came without an end of line. */
  end(): void {
    if (this.rest) {
      this.add(this.rest);
      this.rest = '';
      this.trim();
    }
  }

  /** A new array after each change. */
  lines(): readonly LogLine[] {
    return [...this.kept];
  }

  /** How many lines have left. */
  get dropped(): number {
    return this.count - this.kept.length;
  }

  private add(line: string): void {
    this.count += 1;
    const text = line.replace(CONTROLS, '').slice(0, LONGEST_LINE);
    this.kept.push({ number: this.count, text });
  }

  private trim(): void {
    if (this.kept.length > MOST_LINES) {
      this.kept = this.kept.slice(-MOST_LINES);
    }
  }
}
