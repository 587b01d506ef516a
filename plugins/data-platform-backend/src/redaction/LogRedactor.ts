import { redactAndTell } from './redactLine';
import { KnownSecrets } from './KnownSecrets';

/** A line longer than this is shown in pieces, cut where there is a space if there is one. */
const MAX_LINE = 64 * 1024;
const KEY_BEGIN = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const KEY_END = /-----END [A-Z ]*PRIVATE KEY-----/;

/**
 * Takes obvious secrets out of a log while it flows: bytes in any pieces go in, whole lines of text come out. What a line
 * gives away by its name is masked in the lines after it as well, whatever form it has there. It is a safety net for
 * what programs print by mistake, not a barrier.
 */
export class LogRedactor {
  readonly #secrets: KnownSecrets;
  readonly #decoder = new TextDecoder();
  #rest = '';
  #insideKey = false;

  /** @param secrets - what is known already; this learns more */
  constructor(secrets: KnownSecrets = new KnownSecrets()) {
    this.#secrets = secrets;
  }

  /** What can be shown after these bytes. */
  push(bytes: Uint8Array): string {
    this.#rest += this.#decoder.decode(bytes, { stream: true });
    const end = this.#rest.lastIndexOf('\n') + 1;
    const whole = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    return this.#lines(whole) + this.#overlong();
  }

  /** The last line, which had no end. */
  end(): string {
    this.#rest += this.#decoder.decode();
    const rest = this.#rest;
    this.#rest = '';
    return this.#lines(rest);
  }

  #lines(text: string): string {
    if (text === '') return '';
    return text
      .split('\n')
      .map(line => this.#line(line))
      .join('\n');
  }

  #line(line: string): string {
    if (this.#insideKey) {
      if (KEY_END.test(line)) this.#insideKey = false;
      return line === '' ? '' : '***';
    }
    if (!KEY_BEGIN.test(line)) {
      const told = redactAndTell(line, secret => this.#secrets.learn(secret));
      return this.#secrets.mask(told);
    }
    this.#insideKey = !KEY_END.test(line);
    return '*** (private key)';
  }

  #overlong(): string {
    let shown = '';
    while (this.#rest.length > MAX_LINE) {
      const space = this.#rest.lastIndexOf(' ', MAX_LINE);
      const at = space > MAX_LINE / 2 ? space : MAX_LINE;
      shown += this.#line(this.#rest.slice(0, at));
      this.#rest = this.#rest.slice(at);
    }
    return shown;
  }
}
