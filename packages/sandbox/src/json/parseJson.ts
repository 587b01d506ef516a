import { setOwn } from './copyJson';

export interface ParsedJson {
  value: unknown;
  /** Paths of keys that stand twice in one object, in the order found; the last one counts. */
  duplicates: string[];
}

/** Why a text is no JSON, in the words of Go's encoding/json. */
export class JsonFault extends Error {}

const DEPTH_LIMIT = 500;
const WHITESPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What may stand in a string as it is: no quote, no backslash, no control character. */
const PLAIN = '[^"\\\\\\p{Cc}]|[\\u007f-\\u009f]';
const STRING = new RegExp(
  `"(?:${PLAIN}|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"`,
  'uy',
);
const STRING_START = new RegExp(`^(?:${PLAIN}|\\\\["\\\\/bfnrtu])*`, 'u');

class Parser {
  readonly duplicates: string[] = [];
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): unknown {
    const value = this.value('');
    this.skipSpace();
    if (this.at < this.text.length) throw this.fault('after top-level value');
    return value;
  }

  private value(path: string): unknown {
    this.skipSpace();
    const character = this.text[this.at];
    if (character === '{') return this.nested(() => this.object(path));
    if (character === '[') return this.nested(() => this.array(path));
    if (character === '"') return this.string();
    if (character === 't') return this.literal('true', true);
    if (character === 'f') return this.literal('false', false);
    if (character === 'n') return this.literal('null', null);
    const number = this.match(NUMBER);
    if (number === undefined)
      throw this.fault('looking for beginning of value');
    return Number(number);
  }

  private nested<T>(parse: () => T): T {
    if (++this.depth > DEPTH_LIMIT) throw new JsonFault('exceeded max depth');
    const result = parse();
    this.depth--;
    return result;
  }

  private object(path: string): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    this.at++;
    this.skipSpace();
    if (this.text[this.at] === '}') {
      this.at++;
      return object;
    }
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] !== '"') {
        throw this.fault('looking for beginning of object key string');
      }
      const key = this.string();
      const keyPath = path ? `${path}.${key}` : key;
      if (Object.hasOwn(object, key)) this.duplicates.push(keyPath);
      this.skipSpace();
      if (this.text[this.at] !== ':') throw this.fault('after object key');
      this.at++;
      setOwn(object, key, this.value(keyPath));
      this.skipSpace();
      const next = this.text[this.at];
      if (next !== ',' && next !== '}') {
        throw this.fault('after object key:value pair');
      }
      this.at++;
      if (next === '}') return object;
    }
  }

  private array(path: string): unknown[] {
    const items: unknown[] = [];
    this.at++;
    this.skipSpace();
    if (this.text[this.at] === ']') {
      this.at++;
      return items;
    }
    for (;;) {
      items.push(this.value(`${path}[${items.length}]`));
      this.skipSpace();
      const next = this.text[this.at];
      if (next !== ',' && next !== ']') throw this.fault('after array element');
      this.at++;
      if (next === ']') return items;
    }
  }

  private string(): string {
    const found = this.match(STRING);
    if (found !== undefined) return JSON.parse(found);
    const rest = this.text.slice(this.at + 1);
    const bad = STRING_START.exec(rest)![0].length;
    this.at += 1 + bad;
    throw this.fault('in string literal');
  }

  private literal<T>(word: string, value: T): T {
    for (let index = 0; index < word.length; index++) {
      if (this.text[this.at] !== word[index]) {
        throw this.fault(`in literal ${word} (expecting '${word[index]}')`);
      }
      this.at++;
    }
    return value;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private skipSpace(): void {
    this.match(WHITESPACE);
  }

  private fault(context: string): JsonFault {
    const character = this.text[this.at];
    if (character === undefined) {
      return new JsonFault('unexpected end of JSON input');
    }
    return new JsonFault(`invalid character '${character}' ${context}`);
  }
}

/**
 * Parses JSON as the API server does: duplicate keys are noticed, faults are told in Go's words.
 *
 * @throws JsonFault
 */
export function parseJson(text: string): ParsedJson {
  const parser = new Parser(text);
  const value = parser.document();
  return { value, duplicates: parser.duplicates };
}
