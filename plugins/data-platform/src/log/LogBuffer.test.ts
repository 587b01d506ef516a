import { LogBuffer } from './LogBuffer';

const textOf = (buffer: LogBuffer) => buffer.lines().map(line => line.text);

describe('LogBuffer', () => {
  it('puts lines together from pieces', () => {
    const buffer = new LogBuffer();
    buffer.append('one\ntw');
    expect(textOf(buffer)).toEqual(['one']);
    buffer.append('o\r\n');
    expect(textOf(buffer)).toEqual(['one', 'two']);
    buffer.append('three');
    buffer.end();
    buffer.end();
    expect(buffer.lines()[2]).toEqual({ number: 3, text: 'three' });
  });

  it('keeps the last 5,000 lines and counts the rest', () => {
    const buffer = new LogBuffer();
    for (let i = 1; i <= 12_000; i++) {
      buffer.append(`line ${i}\n`);
    }
    expect(buffer.lines()).toHaveLength(5_000);
    expect(buffer.lines()[0]).toEqual({ number: 7_001, text: 'line 7001' });
    expect(buffer.dropped).toBe(7_000);
  });

  it.each([
    ['\u001b[1;31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007text', 'text'],
    ['\u001b]8;;http://x\u001b\\link', 'link'],
    ['a\u0000b\u0008c\tkeep', 'abc\tkeep'],
    ['\u001bMup', 'up'],
    ['plain [31m stays', 'plain [31m stays'],
  ])('strips controls of %j', (raw, text) => {
    const buffer = new LogBuffer();
    buffer.append(`${raw}\n`);
    expect(textOf(buffer)).toEqual([text]);
  });

  it('does not let one endless line fill the memory', () => {
    const buffer = new LogBuffer();
    for (let i = 0; i < 50; i++) {
      buffer.append('x'.repeat(10_000));
    }
    buffer.end();
    expect(textOf(buffer)[0]).toHaveLength(10_000);
  });
});
