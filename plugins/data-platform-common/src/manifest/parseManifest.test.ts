import fc from 'fast-check';
import { parseManifest } from './parseManifest';
import { dollarKeys, prototypeKeys } from './unsafeKeys';

const problem = (text: string) => {
  const parsed = parseManifest(text);
  return parsed.ok ? undefined : parsed.problem;
};

describe('parseManifest', () => {
  it('reads YAML and JSON', () => {
    expect(parseManifest('a: 1')).toEqual({ ok: true, value: { a: 1 } });
    expect(parseManifest('{"a": [1, 2]}')).toEqual({
      ok: true,
      value: { a: [1, 2] },
    });
  });

  it('says where it breaks', () => {
    expect(problem('a: 1\nb: [1\nc: 2')).toMatchObject({
      line: 3,
      message: expect.stringMatching(
        /^The manifest is not valid YAML: .* \(line 3, column \d+\)\.$/,
      ),
    });
    expect(problem('a: 1\na: 2')?.message).toContain('Map keys must be unique');
    expect(problem('a: 1\n---\nb: 2')?.message).toContain(
      'more than one document (line 2)',
    );
  });

  it.each(['', '- 1', 'text', '42', 'null'])(
    'wants a mapping, not %j',
    text => {
      expect(problem(text)?.message).toContain('not a YAML mapping');
    },
  );

  it('refuses what is too large, and bombs', () => {
    expect(problem(`a: ${'é'.repeat(33_000)}`)?.message).toContain('64 KiB');
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((key, index) => {
        const before = 'abcdefghi'[index];
        return `${key}: &${key} [${Array(9).fill(`*${before}`).join(',')}]`;
      }),
    ].join('\n');
    expect(problem(bomb)?.message).toContain('cannot be read');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(typeof parseManifest(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('keys that are refused', () => {
  it('are found at any depth', () => {
    const value = JSON.parse('{"a":[{"__proto__":{}}],"b":{"constructor":1}}');
    expect(prototypeKeys(value)).toEqual(['a[0].__proto__', 'b.constructor']);
    expect(dollarKeys({ a: { $text: 'x' }, 'b.c': [{ $yaml: 'y' }] })).toEqual([
      'a.$text',
      '["b.c"][0].$yaml',
    ]);
  });

  it('survive YAML as well', () => {
    const parsed = parseManifest('a:\n  __proto__: { x: 1 }');
    expect(parsed.ok && prototypeKeys(parsed.value)).toEqual(['a.__proto__']);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});
