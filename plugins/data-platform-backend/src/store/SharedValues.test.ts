import fc from 'fast-check';
import { SharedValues } from './SharedValues';

describe('SharedValues', () => {
  it('gives the first of equal values to all', () => {
    const shared = new SharedValues();
    const first = { type: 'Python', driver: { cores: 1 } };
    expect(shared.of(first)).toBe(first);
    expect(shared.of({ type: 'Python', driver: { cores: 1 } })).toBe(first);
    const other = { type: 'Python', driver: { cores: 2 } };
    expect(shared.of(other)).toBe(other);
  });

  it('never mixes a text up with what is written like it', () => {
    const shared = new SharedValues();
    expect(shared.of('{"a":1}')).toBe('{"a":1}');
    expect(shared.of({ a: 1 })).toEqual({ a: 1 });
    expect(shared.of('{"a":1}')).toBe('{"a":1}');
    expect(shared.of(undefined)).toBe(undefined);
    expect(shared.of(null)).toBe(null);
  });

  it('gives an equal value whatever came before, also when it is full', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 50 }), values => {
        const shared = new SharedValues(5);
        for (const value of [...values, ...values]) {
          expect(JSON.stringify(shared.of(value))).toBe(JSON.stringify(value));
        }
      }),
    );
  });
});
