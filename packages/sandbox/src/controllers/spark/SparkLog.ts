import type { ProcessHost } from '../pods/Process';

/** Log4j's pattern in Spark's images: `26/11/22 08:48:17 INFO SparkContext: ...`. */
export class SparkLog {
  readonly #host: Pick<ProcessHost, 'clock' | 'log'>;

  constructor(host: Pick<ProcessHost, 'clock' | 'log'>) {
    this.#host = host;
  }

  info(source: string, message: string): void {
    this.#write('INFO', source, message);
  }

  warn(source: string, message: string): void {
    this.#write('WARN', source, message);
  }

  error(source: string, message: string): void {
    this.#write('ERROR', source, message);
  }

  /** Lines that do not come from the logger: results, stack traces. */
  raw(...lines: string[]): void {
    for (const line of lines) this.#host.log(line);
  }

  #write(level: string, source: string, message: string): void {
    const time = new Date(this.#host.clock.now()).toISOString();
    const stamp = `${time.slice(2, 10).replaceAll('-', '/')} ${time.slice(
      11,
      19,
    )}`;
    this.#host.log(`${stamp} ${level} ${source}: ${message}`);
  }
}
