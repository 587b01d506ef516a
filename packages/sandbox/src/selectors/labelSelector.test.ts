import fc from 'fast-check';
import { parseLabelSelector } from './labelSelector';

const label = fc.stringMatching(/^[a-z]([a-z0-9]{0,6})$/);
const labels = fc.dictionary(fc.constantFrom('a', 'b', 'app'), label);

/** The code of the refusal, if the selector is refused. */
const refusalOf = (selector: string): unknown => {
  try {
    parseLabelSelector(selector)({});
    return undefined;
  } catch (error: any) {
    return error.status?.code ?? error;
  }
};

describe('parseLabelSelector', () => {
  it.each([
    ['', { a: 'x' }, true],
    ['a', { a: '' }, true],
    ['a', {}, false],
    ['!a', {}, true],
    ['!a', { a: 'x' }, false],
    ['a=x', { a: 'x' }, true],
    ['a==x', { a: 'x' }, true],
    ['a=', { a: '' }, true],
    ['a!=x', {}, true],
    ['a!=x', { a: 'x' }, false],
    ['a in (x, y)', { a: 'y' }, true],
    ['a in (x,y)', {}, false],
    ['a notin (x,y)', {}, true],
    ['a notin (x,y)', { a: 'x' }, false],
    ['n > 5', { n: '7' }, true],
    ['n < 5', { n: '7' }, false],
    [
      'example.org/team=sales,app',
      { 'example.org/team': 'sales', app: '' },
      true,
    ],
  ])('%s on %j is %s', (selector, given, expected) => {
    expect(parseLabelSelector(selector)(given as any)).toBe(expected);
  });

  it('a requirement and its opposite never hold together', () => {
    fc.assert(
      fc.property(labels, label, (given, value) => {
        const holds = (selector: string) => parseLabelSelector(selector)(given);
        expect(holds(`a=${value}`)).toBe(!holds(`a!=${value}`));
        expect(holds(`a in (${value})`)).toBe(!holds(`a notin (${value})`));
        expect(holds('a')).toBe(!holds('!a'));
        expect(holds(`a=${value},b`)).toBe(holds(`a=${value}`) && holds('b'));
      }),
    );
  });

  it('answers every text with a matcher or a 400, never otherwise', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect([undefined, 400]).toContain(refusalOf(text));
      }),
    );
  });
});
