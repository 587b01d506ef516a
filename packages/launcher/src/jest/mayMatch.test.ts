import fc from 'fast-check';
import { mayMatch } from './mayMatch';

const element = (localName: string, ...classNames: readonly string[]) => ({
  localName,
  classNames: new Set(classNames),
  hasAttribute: (name: string) => ['hidden', 'dir', 'viewBox'].includes(name),
});

describe('mayMatch', () => {
  it.each([
    ['.a', element('div', 'b')],
    ['.a.b', element('div', 'b')],
    ['.a .b', element('div', 'a')],
    ['.a > .b, .c:hover', element('div', 'a')],
    ['p, UL.b', element('div', 'b')],
    ['.a', element('div')],
    ['.b ~ .a::before', element('div', 'b')],
    ['.a-b', element('div', 'a')],
    ['.a:hover:not(.b):before', element('div', 'b')],
    ['.a:nth-child(2 of .b)', element('div', 'b')],
    ['.a:not(:is(.b, .c))', element('div', 'b')],
    ['[open], p[dir], .a[hidden]', element('div', 'b')],
    ['[title="a, .b]"]', element('div', 'b')],
    ['input:is([type="text" i], [hidden])', element('div')],
  ])('is certain that %s does not match', (selector, named) => {
    expect(mayMatch(selector, named)).toBe(false);
  });

  it.each([
    ['.a', element('div', 'b', 'a')],
    ['.x .a', element('div', 'a')],
    ['.b, .a', element('div', 'a')],
    ['DIV', element('div')],
    ['lineargradient', element('linearGradient')],
    ['*', element('div')],
    ['#id', element('div')],
    [':root', element('html')],
    ['.a:hover', element('div', 'a')],
    ['.x>div.a', element('div', 'a')],
    [':is(.a, .b)', element('div')],
    [':not(.a)', element('div')],
    ['.a:not([open], .b)', element('div', 'a')],
    ['[open] > [hidden]', element('div')],
    ['[HIDDEN="until-found" i]:not(embed)', element('div')],
    ['[viewBox]', element('svg')],
    ['[dir=rtl].a', element('div', 'a')],
  ])('leaves open whether %s matches', (selector, named) => {
    expect(mayMatch(selector, named)).toBe(true);
  });

  it.each([
    '.\\\\31 a',
    '.ä',
    '[*|a]',
    '[a|=b]',
    '[a="]',
    '.a:not(',
    '.a { & .b',
    '',
  ])('leaves %p to who knows all of the syntax', selector => {
    expect(mayMatch(selector, element('div'))).toBe(true);
  });

  it('never rules out what has all the classes and the type', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c-d', 'e_f', 'g1'));
    const type = fc.constantFrom('', '*', 'div');
    const combinator = fc.constantFrom(' ', ' > ', '>', '+', ' ~ ');
    fc.assert(
      fc.property(
        names,
        names,
        type,
        combinator,
        fc.boolean(),
        (mine, others, tag, between, first) => {
          const classes = mine.map(name => `.${name}`).join('');
          const last = `${tag}${classes}` || '*';
          const whole = `.parent${between}${last}`;
          const list = first ? `${whole}, .z` : `.z,${whole}`;
          expect(mayMatch(list, element('div', ...mine, ...others))).toBe(true);
        },
      ),
    );
  });
});
