import fc from 'fast-check';
import {
  approvalFilterInUrl,
  approvalFilterOf,
  approvalQueryOf,
  APPROVAL_ROLES,
} from './ApprovalFilter';
import { inputFacts, pinFacts } from './inputFacts';
import { portalPath } from './portalPath';

const STATES = ['open', 'approved', 'rejected', 'withdrawn', 'done', 'stale'];

it('reads from the URL what was written there', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...APPROVAL_ROLES.map(({ id }) => id)),
      fc.constantFrom('any', ...STATES),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(25, 50, 100),
      (role, state, page, size) => {
        const filter = approvalFilterOf(
          new URLSearchParams({
            role,
            state,
            page: `${page}`,
            size: `${size}`,
          }),
        );
        const url = approvalFilterInUrl(new URLSearchParams('other=1'), filter);
        expect(url.get('other')).toBe('1');
        expect(approvalFilterOf(url)).toEqual(filter);
        expect(approvalQueryOf(filter)).toMatchObject({
          role,
          limit: size,
          offset: (page - 1) * size,
        });
        expect(filter.state ?? 'any').toBe(state);
      },
    ),
  );
});

it('leaves out of the URL what goes without saying', () => {
  const usual = approvalFilterOf(new URLSearchParams());
  expect(usual).toMatchObject({ role: 'toReview', state: 'open', page: 1 });
  expect(String(approvalFilterInUrl(new URLSearchParams(), usual))).toBe('');
});

it('tells what an operation was told, as far as it is text', () => {
  const facts = inputFacts({
    destination: 'main',
    maxRetries: 3,
    squash: false,
    empty: '',
    tags: ['a', 'b'],
    nothing: null,
    deep: { secret: 'x' },
    long: 'x'.repeat(1_000),
  });
  expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Destination: main',
    'Max retries: 3',
    'Squash: no',
    'Tags: a, b',
    `Long: ${'x'.repeat(300)}`,
  ]);
  expect(inputFacts(undefined)).toEqual([]);
});

it('shortens ids of commits alone', () => {
  const pins = pinFacts({ source: 'a'.repeat(64), destination: 'release-1' });
  expect(pins.map(({ value }) => value)).toEqual(['aaaaaaaaaaaa', 'release-1']);
});

it.each([
  ['/catalog/a?b=c', '/catalog/a?b=c'],
  ['//evil.example/x', undefined],
  ['/\\evil.example', undefined],
  ['https://evil.example', undefined],
  ['data:text/html,x', undefined],
  ['', undefined],
  [undefined, undefined],
])('leads within the portal alone: %s', (path, link) => {
  expect(portalPath(path)).toBe(link);
});
