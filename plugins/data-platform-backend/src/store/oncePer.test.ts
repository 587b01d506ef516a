import { oncePer } from './oncePer';

describe('oncePer', () => {
  it('computes once for each object, however often it is asked', () => {
    const compute = jest.fn(({ text }: { text?: string }) => text);
    const of = oncePer(compute);
    const one = { text: 'one' };
    const empty = {};
    expect([of(one), of(one), of(empty), of(empty)]).toEqual([
      'one',
      'one',
      undefined,
      undefined,
    ]);
    expect(of({ text: 'one' })).toBe('one');
    expect(compute).toHaveBeenCalledTimes(3);
  });

  it('remembers nothing of what threw', () => {
    const compute = jest.fn(() => {
      throw new Error('no');
    });
    const of = oncePer(compute);
    const object = {};
    expect(() => of(object)).toThrow('no');
    expect(() => of(object)).toThrow('no');
    expect(compute).toHaveBeenCalledTimes(2);
  });
});
