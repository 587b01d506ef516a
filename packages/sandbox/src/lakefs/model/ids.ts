import { randomBytes } from 'node:crypto';
import { Clock } from '../../types';

const DIGITS = '0123456789abcdefghijklmnopqrstuv';

/**
 * Ids in the form of the real server's: 12 bytes in base 32, time first. Ids of runs and pull requests count down with the
 * seconds, so that a list in byte order begins with the latest.
 */
export class IdSource {
  private readonly clock: Clock;
  private readonly machine = randomBytes(5);
  private counter = randomBytes(2).readUInt16BE();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Later ones are greater. */
  ascending(): string {
    return this.make(this.seconds());
  }

  /** Those of a later second are less. */
  latestFirst(): string {
    return this.make(0xffffffff - this.seconds());
  }

  private seconds(): number {
    return Math.floor(this.clock.now() / 1000) % 0x100000000;
  }

  private make(seconds: number): string {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt32BE(seconds, 0);
    this.machine.copy(bytes, 4);
    bytes.writeUIntBE(this.counter++ % 0x1000000, 9, 3);
    return base32(bytes);
  }
}

function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += DIGITS[(value >>> bits) & 31];
    }
  }
  return text + DIGITS[(value << (5 - bits)) & 31];
}
