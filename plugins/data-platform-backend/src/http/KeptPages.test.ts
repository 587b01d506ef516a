import { KeptPages } from './KeptPages';

describe('KeptPages', () => {
  it('makes a page once for an edition and a key', () => {
    const pages = new KeptPages();
    let made = 0;
    const make = () => ({ n: (made += 1) });
    const read = (edition: string, key: string) =>
      JSON.parse(pages.of(edition, key, make).toString());
    expect(read('1', 'a')).toEqual({ n: 1 });
    expect(read('1', 'a')).toEqual({ n: 1 });
    expect(read('1', 'b')).toEqual({ n: 2 });
    expect(read('2', 'a')).toEqual({ n: 3 });
    // What came before is forgotten.
    expect(read('1', 'a')).toEqual({ n: 4 });
  });

  it('holds no more than it may', () => {
    const pages = new KeptPages(100);
    const make = jest.fn(() => 'x'.repeat(40));
    for (const key of ['a', 'b', 'a', 'b', 'c', 'c']) pages.of('1', key, make);
    expect(make).toHaveBeenCalledTimes(3);
    pages.of('1', 'a', make);
    expect(make).toHaveBeenCalledTimes(4);
  });

  it('keeps nothing of what cannot be made', () => {
    const pages = new KeptPages();
    expect(() =>
      pages.of('1', 'a', () => {
        throw new Error('boom');
      }),
    ).toThrow('boom');
    expect(pages.of('1', 'a', () => 1).toString()).toBe('1');
  });
});
