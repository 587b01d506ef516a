import fc from 'fast-check';
import { javaMemoryFor, parseJavaMemory } from './javaMemory';

it.each([
  ['1g', 2 ** 30],
  ['512m', 512 * 2 ** 20],
  ['512MB', 512 * 2 ** 20],
  ['1024', 2 ** 30],
  ['64kb', 64 * 2 ** 10],
])('reads %p', (text, bytes) => expect(parseJavaMemory(text)).toBe(bytes));

it.each(['1Gi', '1.5g', 'g', '-1g', '1 g', '', undefined, 4])(
  'takes %p for none',
  text => expect(parseJavaMemory(text)).toBeUndefined(),
);

it('proposes what Spark reads for a quantity of Kubernetes', () => {
  expect(javaMemoryFor('2Gi')).toBe('2g');
  expect(javaMemoryFor('512Mi')).toBe('512m');
  expect(javaMemoryFor('lots')).toBeUndefined();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999 }),
      fc.constantFrom('Ki', 'Mi', 'Gi'),
      (count, unit) => {
        const proposal = javaMemoryFor(`${count}${unit}`);
        return parseJavaMemory(proposal) !== undefined;
      },
    ),
  );
});
