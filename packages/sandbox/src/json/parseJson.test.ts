import fc from 'fast-check';
import { JsonFault, parseJson } from './parseJson';

const faultOf = (text: string) => {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return error.message;
    throw error;
  }
  throw new Error('was parsed');
};

const throws = (run: () => unknown) => {
  try {
    run();
    return false;
  } catch {
    return true;
  }
};

describe('parseJson', () => {
  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJson(text)).toEqual({
          value: JSON.parse(text),
          duplicates: [],
        });
      }),
    );
  });

  it('agrees with JSON.parse on what is JSON and what is not', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'null', 'tru', ' '],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), parts => {
        const text = parts.join('');
        expect(throws(() => parseJson(text))).toBe(
          throws(() => JSON.parse(text)),
        );
      }),
    );
  });

  it('tells of keys that stand twice, and takes the last', () => {
    const text = '{"a":1,"b":{"c":1,"c":2},"d":[{"e":1,"e":2}],"a":3}';
    expect(parseJson(text)).toEqual({
      value: { a: 3, b: { c: 2 }, d: [{ e: 2 }] },
      duplicates: ['b.c', 'd[0].e', 'a'],
    });
  });

  it('keeps __proto__ a key like any other', () => {
    const { value } = parseJson('{"__proto__":{"polluted":true}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    ['', 'unexpected end of JSON input'],
    ['{"kind":', 'unexpected end of JSON input'],
    ['"abc', 'unexpected end of JSON input'],
    ['hello', "invalid character 'h' looking for beginning of value"],
    ['{a}', "invalid character 'a' looking for beginning of object key string"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b"}', `invalid character '"' after object key:value pair`],
    ['[1 2]', "invalid character '2' after array element"],
    ['{} x', "invalid character 'x' after top-level value"],
    ['trux', "invalid character 'x' in literal true (expecting 'e')"],
    ['01', "invalid character '1' after top-level value"],
  ])('refuses %j in the words of Go', (text, message) => {
    expect(faultOf(text)).toBe(message);
  });

  it('refuses what is nested too deep instead of running out of stack', () => {
    expect(faultOf('['.repeat(100_000))).toBe('exceeded max depth');
  });
});
