import { SparkNumbers } from '@millrace/backstage-plugin-data-platform-common';
import { NumbersBook } from './NumbersBook';

const numbers = (over: Partial<SparkNumbers> = {}): SparkNumbers => ({
  at: '2026-11-22T10:00:00.000Z',
  from: 'driver',
  progress: 0.429,
  stages: { active: 1, complete: 3, pending: 1, failed: 0 },
  tasks: { active: 8, complete: 40, failed: 0, total: 100 },
  ...over,
});

describe('NumbersBook', () => {
  it('shows how far a run is, of that attempt alone, while it runs', () => {
    const book = new NumbersBook();
    book.put('a', 's1', numbers());
    expect(book.facts('a', 's1')).toEqual([
      { key: 'progress', label: 'Progress', value: '42 %, 3 of 5 stages' },
    ]);
    expect(book.facts('a', 's2')).toEqual([]);
    expect(book.of('a', 's2')).toBeUndefined();
    book.end('a');
    expect(book.facts('a', 's1')).toEqual([]);
    expect(book.of('a', 's1')).toEqual(numbers());
  });

  it.each([
    [{ progress: undefined }],
    [{ stages: { active: 0, complete: 0, pending: 0, failed: 2 } }],
  ])('shows nothing of %j', over => {
    const book = new NumbersBook();
    book.put('a', 's1', numbers(over));
    expect(book.facts('a', 's1')).toEqual([]);
  });

  it('never says that all is done before it is', () => {
    const book = new NumbersBook();
    book.put('a', 's1', numbers({ progress: 0.9999 }));
    expect(book.facts('a', 's1')[0].value).toMatch(/^99 %/);
  });

  it('gives back what it had, and forgets the oldest that have ended', () => {
    const book = new NumbersBook();
    expect(book.put('a', 's1', numbers())).toBeUndefined();
    expect(book.put('a', 's1', numbers({ progress: 1 }))).toEqual(numbers());
    expect(book.put('a', 's2', numbers())).toBeUndefined();
    for (let n = 0; n < 1_100; n += 1) {
      book.put(`${n}`, 's1', numbers());
      book.end(`${n}`);
    }
    expect(book.of('0', 's1')).toBeUndefined();
    expect(book.of('1099', 's1')).toBeDefined();
    expect(book.of('a', 's2')).toBeDefined();
    book.delete('a');
    expect(book.of('a', 's2')).toBeUndefined();
  });
});
