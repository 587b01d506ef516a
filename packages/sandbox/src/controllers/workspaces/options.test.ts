import fc from 'fast-check';
import { chooseOption } from './options';

const VALUES = [
  { id: 'a', redirect: { to: 'b' } },
  { id: 'b', redirect: { to: 'c' } },
  { id: 'c' },
  { id: 'round', redirect: { to: 'back' } },
  { id: 'back', redirect: { to: 'round' } },
  { id: 'lost', redirect: { to: 'nowhere' } },
];

it('leads to the end of the redirects', () => {
  const { current, desired, redirectChain } = chooseOption(
    'image',
    VALUES,
    'a',
  );
  expect([current.id, desired.id]).toEqual(['a', 'c']);
  expect(redirectChain).toEqual([
    { source: 'a', target: 'b' },
    { source: 'b', target: 'c' },
  ]);
});

it('is itself without a redirect', () => {
  const { current, desired, redirectChain } = chooseOption(
    'image',
    VALUES,
    'c',
  );
  expect(desired).toBe(current);
  expect(redirectChain).toEqual([]);
});

it.each([
  ['none', 'image with id "none" not found'],
  ['round', 'image with id "back" has a circular redirect'],
  ['lost', 'image with id "nowhere" not found, was redirected from "lost"'],
])('says of %s what is wrong', (id, message) => {
  expect(() => chooseOption('image', VALUES, id)).toThrow(message);
});

it('always comes to an end', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(fc.dictionary(id, id), id, (redirects, start) => {
      const values = Object.entries(redirects).map(([from, to]) => ({
        id: from,
        redirect: { to },
      }));
      expect(() => chooseOption('image', values, start)).toThrow();
    }),
  );
});
