import { StreamFrame } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformApi } from '../api/DataPlatformApi';
import { PushQueue } from './PushQueue';

/** One stream that was opened. */
export interface FakeStream {
  lastEventId?: string;
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

  private async *run(options: { lastEventId?: string; signal: AbortSignal }) {
    if (this.refuse) {
      throw new Error('refused');
    }
    const queue = new PushQueue<StreamFrame | undefined | 'end' | 'fail'>();
    this.opened.push({
      ...options,
      send: frame => queue.push(frame),
      end: () => queue.push('end'),
      fail: () => queue.push('fail'),
    });
    yield {};
    for (;;) {
      const next = await queue.next(options.signal);
      if (!next || next.value === 'end') {
        return;
      }
      if (next.value === 'fail') {
        throw new Error('connection lost');
      }
      const frame = next.value;
      yield frame ? { eventId: `epoch.${frame.version}`, frame } : {};
    }
  }
}
