import fc from 'fast-check';
import { parseLabelSelector } from './LabelSelector';

const LABELS = { app: 'etl', tier: 'a', 'example.com/team': 'sales' };

describe('parseLabelSelector', () => {
  it.each([
    ['app=etl', true],
    ['app==etl', true],
    ['app = etl', true],
    ['app=web', false],
    ['app!=web', true],
    ['absent!=web', true],
    ['app=etl,tier=a', true],
    ['app=etl,tier=b', false],
    ['tier in (a,b)', true],
    ['tier in (b, c)', false],
    ['tier notin (b)', true],
    ['absent notin (b)', true],
    ['tier in (a,b),app=etl', true],
    ['example.com/team=sales', true],
    ['app', true],
    ['absent', false],
    ['!absent', true],
    ['!app', false],
    ['toString', false],
  ])('%s: %s', (text, expected) => {
    expect(parseLabelSelector(text)!(LABELS)).toBe(expected);
  });

  it.each(['', ' ', 'app=etl,', '=x', 'a in b', 'a in (b', 'a>1', 'a=b=c'])(
    'selects nothing by %p',
    text => {
      expect(parseLabelSelector(text)).toBeUndefined();
    },
  );

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const selects = parseLabelSelector(text);
        expect(typeof (selects ? selects(LABELS) : true)).toBe('boolean');
      }),
    );
  });
});
