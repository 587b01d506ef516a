import fc from 'fast-check';
import { quantity, sumQuantities } from './quantity';

describe('sumQuantities', () => {
  it.each([
    [['500m', '1'], 'cpu', '1500m'],
    [['1Gi', '512Mi'], 'memory', '1610612736'],
    [['1e3', '1k'], 'memory', '2000'],
    [['0.5', '.5'], 'cpu', '1000m'],
    [['2Gi'], 'memory', '2Gi'],
    [[undefined, '2Gi'], 'memory', '2Gi'],
    [[], 'cpu', undefined],
    [['1', 'lots'], 'cpu', undefined],
  ] as const)('%j of %s is %s', (values, resource, sum) => {
    expect(sumQuantities(values, resource)).toBe(sum);
  });

  it('takes any strings', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), values => {
        expect(() => sumQuantities(values, 'memory')).not.toThrow();
      }),
    );
  });
});

describe('quantity', () => {
  it.each([
    [2, '2'],
    ['2', '2'],
    ['', undefined],
    [NaN, undefined],
    [{}, undefined],
  ])('%j is %s', (value, expected) => {
    expect(quantity(value)).toBe(expected);
  });
});
