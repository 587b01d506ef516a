import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { TimedLine } from './Life';

const FOLDER = resolve(
  __dirname,
  '../../../../../../shared/recordings/kubernetes',
);

/** Life cycles recorded on a real cluster lie beside the repository, not in it. */
export const recordingsExist = existsSync(FOLDER);

/**
 * The lines of one recording, and when it began, epoch ms. Runs of a schedule are named by their number.
 * @param name - which exchange, where the file has several
 */
export function recordedLife(
  file: string,
  name?: string,
): {
  start: number;
  lines: TimedLine[];
} {
  const text = readFileSync(resolve(FOLDER, `${file}.json`), 'utf8');
  const exchanges: any[] = JSON.parse(numbered(text));
  const found = exchanges.find(each => each.name === name) ?? exchanges[0];
  const lines: TimedLine[] = found.response.body;
  const timed = lines.find(({ object }) => object.eventTime)!;
  return { start: Date.parse(timed.object.eventTime) - timed.ms, lines };
}

/** `nightly-1795337300123456789` is the same in every recording that is made: `nightly-1`. */
function numbered(text: string): string {
  const names = [...new Set(text.match(/\b[a-z]+-\d{19}\b/g) ?? [])].sort();
  return names.reduce(
    (result, name, index) =>
      result.replaceAll(name, name.replace(/\d{19}$/, String(index + 1))),
    text,
  );
}

/** The body that a recorded exchange was answered with. */
export function recordedExchange(file: string, name: string): any {
  return recordedResponse(file, name).body;
}

/** What a recorded exchange was answered with. A body that came in pieces is a list of them. */
export function recordedResponse(
  file: string,
  name: string,
): { status: number; body: any } {
  const text = readFileSync(resolve(FOLDER, `${file}.json`), 'utf8');
  return JSON.parse(text).find((each: any) => each.name === name).response;
}
