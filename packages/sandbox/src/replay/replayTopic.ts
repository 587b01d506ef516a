import { StartOptions } from '../startSandbox';
import { exchange, first, last, leaveOut, suite } from './jestNames';
import { normalise } from './normalise';
import { Recorded, readRecording } from './Recording';
import { Answer } from '../testing/TestServer';
import { Replay } from './Replay';

export interface Topic {
  /** Name of the recording's file. */
  topic: string;
  options?: () => Partial<StartOptions>;
  /** Makes what was there before the recording began. */
  setUp?: (replay: Replay) => void | Promise<void>;
  /** What happened beside the recorded exchanges, before the one of this name. */
  before?: Record<string, (replay: Replay) => void | Promise<void>>;
  /** Exchanges that are not replayed, each with the reason. */
  excluded?: Record<string, string>;
  /** Exchanges of which the status alone is compared, each with the reason. */
  statusOnly?: Record<string, string>;
  /** Changes both bodies before they are compared, where they may differ. */
  adapt?: (body: any, recorded: Recorded) => any;
}

/** Declares the tests that hold the sandbox to one recorded topic. */
export function replayTopic(topic: Topic): void {
  const recording = readRecording(topic.topic);
  if (!recording) {
    leaveOut(
      `${topic.topic}: the recordings are not beside the repository`,
      () => {},
    );
    return;
  }
  const { excluded = {}, statusOnly = {}, before = {} } = topic;
  for (const name of Object.keys({ ...excluded, ...statusOnly, ...before })) {
    if (!recording.some(recorded => recorded.name === name)) {
      throw new Error(`No exchange "${name}" in the recording ${topic.topic}`);
    }
  }
  suite(`${topic.topic}, as recorded from a real server`, () => {
    const replay = new Replay();
    first(async () => {
      await replay.start(topic.options?.());
      await topic.setUp?.(replay);
    });
    last(() => replay.stop());

    for (const recorded of recording) {
      const { name } = recorded;
      if (excluded[name]) {
        leaveOut(`${name}: ${excluded[name]}`, () => {});
        continue;
      }
      exchange(
        statusOnly[name] ? `${name} (status only: ${statusOnly[name]})` : name,
        async () => {
          await before[name]?.(replay);
          const answer = await replay.send(recorded);
          expect({
            status: answer.status,
            warnings: answer.warnings,
          }).toEqual({
            status: recorded.response.status,
            warnings: [recorded.response.headers?.Warning ?? []].flat(),
          });
          if (!statusOnly[name]) compareBodies(topic, recorded, answer);
        },
      );
    }
  });
}

function compareBodies(topic: Topic, recorded: Recorded, answer: Answer): void {
  const { response } = recorded;
  const contentType = response.headers?.['Content-Type'];
  if (response.body !== undefined && contentType) {
    expect(answer.contentType).toBe(contentType);
  }
  const shaped = (body: unknown) => {
    const normal = normalise(body);
    return topic.adapt ? topic.adapt(normal, recorded) : normal;
  };
  expect(shaped(answer.body)).toEqual(shaped(response.body ?? ''));
}
