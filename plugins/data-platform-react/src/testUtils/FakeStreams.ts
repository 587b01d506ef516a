import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformApi } from '../api/DataPlatformApi';

/** One stream that was opened. */
export interface FakeStream {
  lastVersion?: number;
  signal: AbortSignal;
  /** A frame, or undefined for a sign of life. */
  send(frame?: StreamFrame): void;
  end(): void;
  fail(): void;
}

/** Streams under the control of a test. */
export class FakeStreams {
  readonly opened: FakeStream[] = [];
  /** While set, opening a stream fails. */
  refuse = false;

  /** Those that nobody has closed. */
  get open(): FakeStream[] {
    return this.opened.filter(stream => !stream.signal.aborted);
  }

  readonly stream: DataPlatformApi['stream'] = options => this.run(options);

  private async *run(options: { lastVersion?: number; signal: AbortSignal }) {
    if (this.refuse) {
      throw new Error('refused');
    }
    const queue: (() => StreamFrame | undefined | 'end')[] = [];
    let wake: () => void = () => undefined;
    const add = (next: () => StreamFrame | undefined | 'end') => {
      queue.push(next);
      wake();
    };
    options.signal.addEventListener('abort', () => wake());
    this.opened.push({
      ...options,
      send: frame => add(() => frame),
      end: () => add(() => 'end'),
      fail: () =>
        add(() => {
          throw new Error('connection lost');
        }),
    });
    yield undefined;
    while (!options.signal.aborted) {
      const next = queue.shift()?.() ?? (queue.length ? undefined : 'wait');
      if (next === 'end') {
        return;
      }
      if (next === 'wait') {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      } else {
        yield next;
      }
    }
  }
}
