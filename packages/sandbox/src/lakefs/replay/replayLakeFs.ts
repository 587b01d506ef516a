import { exchange, first, last, leaveOut, suite } from '../../replay/jestNames';
import { LakeFsStartOptions } from '../startLakeFsSandbox';
import { RecordedExchange, readLakeFsRecording } from './LakeFsRecording';
import { LakeFsAnswer, LakeFsReplay } from './LakeFsReplay';
import { normaliseBody, normaliseHeaders } from './normaliseLakeFs';

type Step = (replay: LakeFsReplay) => void | Promise<void>;

export interface LakeFsTopic {
  /** Name of the recording's file. */
  topic: string;
  options?: LakeFsStartOptions;
  /** Makes what was there before the recording began. */
  setUp?: Step;
  /** What happened beside the recorded exchanges, before the one of this name or place. */
  before?: Record<string, Step>;
  /** Exchanges that are not replayed, by name or place, each with the reason. */
  excluded?: Record<string, string>;
  /** Exchanges of which the status alone is compared, each with the reason. */
  statusOnly?: Record<string, string>;
}

/** Declares the tests that hold the sandbox's lakeFS to one recorded topic. */
export function replayLakeFs(topic: LakeFsTopic): void {
  const recording = readLakeFsRecording(topic.topic);
  if (!recording) {
    leaveOut(
      `${topic.topic}: the recordings are not beside the repository`,
      () => {},
    );
    return;
  }
  const { excluded = {}, statusOnly = {}, before = {} } = topic;
  const known = new Set(recording.flatMap(({ name }, at) => [name, `${at}`]));
  for (const name of Object.keys({ ...excluded, ...statusOnly, ...before })) {
    if (!known.has(name)) {
      throw new Error(`No exchange "${name}" in the recording ${topic.topic}`);
    }
  }
  suite(`${topic.topic}, as recorded from a real server`, () => {
    const replay = new LakeFsReplay();
    first(async () => {
      await replay.start(topic.options);
      await topic.setUp?.(replay);
    });
    last(() => replay.stop());

    recording.forEach((recorded, at) => {
      const name = `${at} ${recorded.name}`;
      const pick = <T>(of: Record<string, T>) => of[recorded.name] ?? of[at];
      const why = recorded.response
        ? pick(excluded)
        : pick(excluded) ?? 'a fact without one exchange';
      if (why) {
        leaveOut(`${name}: ${why}`, () => {});
        return;
      }
      const loose = pick(statusOnly);
      exchange(loose ? `${name} (status only: ${loose})` : name, async () => {
        await pick(before)?.(replay);
        const answer = await replay.send(recorded);
        if (loose) expect(answer.status).toBe(recorded.response!.status);
        else compare(recorded, answer);
      });
    });
  });
}

function compare(
  { request, response }: RecordedExchange,
  answer: LakeFsAnswer,
) {
  const cut = response!.elided !== undefined;
  const shape = ({ status, headers, body }: Partial<LakeFsAnswer>) => ({
    status,
    headers: normaliseHeaders(headers),
    body: normaliseBody(cut ? shortened(body) : body),
  });
  const { headers, ...rest } = response!;
  const lowered = Object.fromEntries(
    Object.entries(headers ?? {}).map(([key, value]) => [
      key.toLowerCase(),
      value,
    ]),
  );
  const wanted = shape({ ...rest, headers: lowered });
  const found = shape(answer);
  // What a HEAD or an empty answer would hold is nobody's business.
  if (request.method === 'HEAD') wanted.body = found.body;
  expect(found).toEqual(wanted);
}

/** A long body as the recording keeps it: the first three and the last two of a list. */
function shortened(body: any): any {
  const items = body?.results;
  if (!Array.isArray(items) || items.length <= 5) return body;
  return { ...body, results: [...items.slice(0, 3), ...items.slice(-2)] };
}
