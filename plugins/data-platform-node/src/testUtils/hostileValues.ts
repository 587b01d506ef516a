import fc from 'fast-check';

const LONG = 'x'.repeat(1_000_000);

/** A link that runs a script. */
export const SCRIPT_URL = ['java', 'script:alert(1)'].join('');

/** Texts that break software which trusts them. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  SCRIPT_URL,
  `${SCRIPT_URL.toUpperCase()}//.example.com`,
  'data:text/html,<script>alert(1)</script>',
  'https://user:password@example.com/',
  '__proto__',
  'constructor',
  'TOTALLY_NEW_STATE',
  '2999-12-31T23:59:59Z',
  '1970-01-01T00:00:00Z',
  '2026-02-31T99:99:99Z',
  'yesterday',
  '{"a":{"b":[1,2]}}',
  'A sentence. Another one! And {braces}.\nAnd a line.',
  '\u202egnp.exe\u202c \u0000\u0007\u001b[31mred',
  '\ud800 lone surrogate',
  '`code` `; rm -rf`',
  '${jndi:ldap://x}',
  '-1',
  '9'.repeat(400),
  LONG,
];

/** Values of every type that JSON knows, where another type was expected. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e308,
  [],
  [null],
  [[]],
  {},
  { a: null },
  JSON.parse('{"__proto__": {"polluted": true}, "toString": 1}'),
  ...HOSTILE_TEXTS,
];

/** Any JSON value, hostile ones often. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE_VALUES),
  fc.jsonValue({ maxDepth: 2 }),
);
