import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import { capText } from '../assess/capText';

const QUOTE_MAX = 400;

/**
 * The line of a log's end that names the cause, quoted as evidence: the last line of a Python traceback, the deepest
 * `Caused by:` of a Java one, or the exception of the main thread. It is shown, never read for facts.
 */
export function causeInLog(text: string): string | undefined {
  const lines = text.split(/\r?\n/).map(line => line.trimEnd());
  const cause =
    lastOf(lines, line => /^\s*Caused by: \S/.test(line)) ??
    pythonCause(lines) ??
    lastOf(lines, line => /\bException in thread "main" \S/.test(line));
  return cause && capText(cause.trim(), QUOTE_MAX);
}

/** The evidence of it, for the verdict of the run. */
export function logEvidence(text: string | undefined): readonly Evidence[] {
  const message = text && causeInLog(text);
  return message
    ? [
        {
          kind: 'log',
          subject: 'last lines of the driver',
          message,
        },
      ]
    : [];
}

/** After `Traceback (most recent call last):` come indented lines; the first that is not names the exception. */
function pythonCause(lines: readonly string[]): string | undefined {
  const from = lines.findLastIndex(line =>
    /Traceback \(most recent call last\):$/.test(line),
  );
  return from < 0
    ? undefined
    : lines.slice(from + 1).find(line => /^[A-Za-z_][\w.]*(:|$)/.test(line));
}

function lastOf(
  lines: readonly string[],
  matches: (line: string) => boolean,
): string | undefined {
  return lines.findLast(matches);
}
