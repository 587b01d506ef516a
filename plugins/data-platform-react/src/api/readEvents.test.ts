import { readEvents, StreamEvent } from './readEvents';

async function* pieces(...chunks: string[]) {
  yield* chunks;
}

async function all(...chunks: string[]): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(pieces(...chunks))) {
    events.push(event);
  }
  return events;
}

describe('readEvents', () => {
  const text = 'id: 7\nevent: changes\ndata: {"a":1}\n\n: beat\n\ndata: x\n\n';
  const expected = [
    { id: '7', event: 'changes', data: '{"a":1}' },
    {},
    { data: 'x' },
  ];

  it('reads id, event, data and comments', async () => {
    expect(await all(text)).toEqual(expected);
  });

  it('reads the same wherever the pieces are cut', async () => {
    for (let cut = 1; cut < text.length; cut++) {
      expect(await all(text.slice(0, cut), text.slice(cut))).toEqual(expected);
    }
    expect(await all(...text)).toEqual(expected);
  });

  it('takes CRLF and a CR that is cut from its LF', async () => {
    const crlf = text.replace(/\n/g, '\r\n');
    expect(await all(...crlf)).toEqual(expected);
  });

  it('joins data lines and strips one leading blank only', async () => {
    expect(await all('data:  a\ndata:b\ndata\n\n')).toEqual([
      { data: ' a\nb\n' },
    ]);
  });

  it('drops an event that is not ended, and one without data', async () => {
    expect(await all('id: 1\n\ndata: half\n')).toEqual([]);
  });
});
