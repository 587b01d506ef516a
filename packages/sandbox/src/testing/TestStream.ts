import { IncomingMessage } from 'node:http';

const DEADLINE_MS = 5_000;

/** A body as it comes. */
export class TestStream {
  readonly status: number;
  readonly contentType?: string;
  text = '';
  ended = false;
  private readonly message: IncomingMessage;
  private wake: () => void = () => {};

  constructor(message: IncomingMessage) {
    this.message = message;
    this.status = message.statusCode!;
    this.contentType = message.headers['content-type'];
    message.setEncoding('utf8');
    message.on('data', chunk => {
      this.text += chunk;
      this.wake();
    });
    message.on('close', () => {
      this.ended = true;
      this.wake();
    });
    message.on('error', () => {});
  }

  get lines(): string[] {
    return this.text.split('\n').slice(0, -1);
  }

  /** The events of a watch, so far. */
  get events(): { type: string; object: any }[] {
    return this.lines.map(line => JSON.parse(line));
  }

  /** `ADDED name`, for each event so far; bookmarks without a name. */
  get told(): string[] {
    return this.events.map(({ type, object }) =>
      `${type} ${object.metadata?.name ?? ''}`.trim(),
    );
  }

  /** Waits for so many lines, and answers with the events. */
  async next(count: number): Promise<{ type: string; object: any }[]> {
    await this.until(() => this.lines.length >= count);
    return this.events;
  }

  async end(): Promise<void> {
    await this.until(() => this.ended);
  }

  async until(holds: () => boolean): Promise<void> {
    const deadline = Date.now() + DEADLINE_MS;
    while (!holds()) {
      const left = deadline - Date.now();
      if (left <= 0) {
        throw new Error(`The stream has not come that far: ${this.text}`);
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  close(): void {
    this.message.destroy();
  }
}
