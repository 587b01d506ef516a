import { pageInUrl, withParams } from './pageInUrl';

it.each([
  ['', 1, 25],
  ['page=3&size=100', 3, 100],
  ['page=0&size=7', 1, 25],
  ['page=-1&size=', 1, 25],
  ['page=1.5&size=x', 1, 25],
])('reads the page from "%s"', (url, page, pageSize) => {
  expect(pageInUrl(new URLSearchParams(url))).toEqual({ page, pageSize });
});

it('writes what is not as usual, and leaves the rest of the URL', () => {
  const after = withParams(
    new URLSearchParams('tab=a&q=old&page=4'),
    { q: '', state: 'failed', page: 1, size: 50, owner: undefined },
    { page: 1 },
  );
  expect(String(after)).toBe('tab=a&state=failed&size=50');
});
