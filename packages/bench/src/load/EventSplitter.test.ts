import fc from 'fast-check';
import { EventSplitter } from './EventSplitter';

function split(chunks: readonly Buffer[]): string[] {
  const events: string[] = [];
  const splitter = new EventSplitter(event => events.push(event.toString()));
  for (const chunk of chunks) splitter.push(chunk);
  return events;
}

describe('EventSplitter', () => {
  it('takes events apart, and keeps what is not whole', () => {
    expect(
      split([Buffer.from('id: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3')]),
    ).toEqual(['id: 1\ndata: a', 'id: 2\ndata: b']);
  });

  it('does not mind where chunks are cut', () => {
    const line = fc.stringMatching(/^[a-z: ]{1,8}$/);
    const event = fc.array(line, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (events, sizes) => {
          const texts = events.map(lines => lines.join('\n'));
          const bytes = Buffer.from(texts.map(text => `${text}\n\n`).join(''));
          const chunks: Buffer[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = sizes[turn % sizes.length];
            chunks.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(split(chunks)).toEqual(texts);
        },
      ),
    );
  });
});
