import { render } from '@testing-library/react';
import { plainSentence, Sentence } from './Sentence';

describe('Sentence', () => {
  it.each([
    ['no names', 'no names', []],
    ['image `etl:1` is `gone`.', 'image etl:1 is gone.', ['etl:1', 'gone']],
    ['`first` word', 'first word', ['first']],
    ['a single ` stays', 'a single ` stays', []],
    ['empty `` stays', 'empty `` stays', []],
    ['', '', []],
    ['`<b>x</b>`', '<b>x</b>', ['<b>x</b>']],
  ])('%s', (text, plain, names) => {
    const { container } = render(<Sentence text={text} />);
    expect(container.textContent).toBe(plain);
    expect(plainSentence(text)).toBe(plain);
    expect(
      [...container.querySelectorAll('code')].map(code => code.textContent),
    ).toEqual(names);
    expect(container.querySelector('b')).toBeNull();
  });
});
