import { ServerResponse } from 'node:http';
import { LogLine } from '../logs/ContainerLog';
import { Exchange } from './Exchange';

/** v1 PodLogOptions, read and checked. */
export interface LogOptions {
  container?: string;
  follow: boolean;
  previous: boolean;
  timestamps: boolean;
  /** Ms since the epoch; lines before are left out. */
  since?: number;
  tailLines?: number;
  limitBytes?: number;
}

function nanoTimestamp(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000000Z');
}

/** Writes lines as far as `limitBytes` allows. */
export class LogWriter {
  private readonly exchange: Exchange;
  private readonly timestamps: boolean;
  private left: number;
  private atLineStart = true;
  private readonly stream: ServerResponse;

  constructor(exchange: Exchange, options: LogOptions) {
    this.exchange = exchange;
    this.timestamps = options.timestamps;
    this.left = options.limitBytes ?? Infinity;
    this.stream = exchange.stream('text/plain');
  }

  get full(): boolean {
    return this.left <= 0;
  }

  write(lines: readonly LogLine[]): void {
    let text = '';
    for (const line of lines) {
      if (this.timestamps && this.atLineStart) {
        text += `${nanoTimestamp(line.at)} `;
      }
      text += line.text;
      this.atLineStart = line.text.endsWith('\n');
    }
    if (text === '' || !this.stream.writable) return;
    let bytes = Buffer.from(text);
    if (bytes.length > this.left) bytes = bytes.subarray(0, this.left);
    this.left -= bytes.length;
    this.stream.write(bytes);
  }

  end(): void {
    this.exchange.response.end();
  }
}
