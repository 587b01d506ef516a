import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

const INTERVAL_US = 500;

/** A CPU profile of this process, from its making to `write`. */
export class Profile {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.setSamplingInterval', {
      interval: INTERVAL_US,
    });
    await this.#session.post('Profiler.start');
  }

  /** @param file - its name ends in `.cpuprofile`, for the tools that open it */
  async write(file: string): Promise<void> {
    const { profile } = await this.#session.post('Profiler.stop');
    this.#session.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  }
}
