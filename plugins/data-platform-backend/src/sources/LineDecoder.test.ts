import fc from 'fast-check';
import { LineDecoder } from './LineDecoder';

function decode(chunks: readonly Uint8Array[], maxBytes = 1_000) {
  const decoder = new LineDecoder(maxBytes);
  return chunks.flatMap(chunk => [...decoder.push(chunk)]);
}

describe('LineDecoder', () => {
  it('gives the same lines however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .string({ unit: 'grapheme' })
            .filter(line => !line.includes('\n') && line.trim() !== ''),
        ),
        fc.array(fc.nat({ max: 40 })),
        (lines, cuts) => {
          const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
          const chunks: Uint8Array[] = [];
          let at = 0;
          for (const cut of cuts) {
            chunks.push(bytes.subarray(at, at + cut));
            at += cut;
          }
          chunks.push(bytes.subarray(at));
          expect(decode(chunks, 100_000)).toEqual(
            lines.map(text => ({ text })),
          );
        },
      ),
    );
  });

  it('keeps an unfinished line to itself', () => {
    expect(decode([Buffer.from('a\nb')])).toEqual([{ text: 'a' }]);
  });

  it('leaves out empty lines', () => {
    expect(decode([Buffer.from('a\n\n \r\nb\n')])).toEqual([
      { text: 'a' },
      { text: 'b' },
    ]);
  });

  it('skips what is too long, in one chunk or many, and goes on after it', () => {
    const long = 'x'.repeat(1_001);
    for (const size of [10_000, 700, 7]) {
      const bytes = Buffer.from(`a\n${long}\nb\n`);
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) {
        chunks.push(bytes.subarray(at, at + size));
      }
      expect(decode(chunks)).toEqual([
        { text: 'a' },
        { tooLong: true, head: expect.stringMatching(/^x+$/) },
        { text: 'b' },
      ]);
    }
  });

  it('does not collect a line that is too long', () => {
    const decoder = new LineDecoder(1_000);
    for (let n = 0; n < 100; n += 1) {
      expect([...decoder.push(new Uint8Array(10_000).fill(120))]).toEqual([]);
    }
    const [line] = decoder.push(Buffer.from('\n'));
    expect('tooLong' in line && line.head.length).toBeLessThan(600_000);
  });
});
