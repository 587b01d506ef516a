import fc from 'fast-check';
import { redact } from './redact';

describe('redact', () => {
  it.each([
    [
      'spark.hadoop.fs.s3a.secret.key=abc,',
      'spark.hadoop.fs.s3a.secret.key=***,',
    ],
    ['--conf my.password: "a b" more', '--conf my.password: *** more'],
    ['jdbc:postgresql://ada:pw@db/x', 'jdbc:postgresql://***@db/x'],
    ['pods "x" is forbidden', 'pods "x" is forbidden'],
  ])('%p becomes %p', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it('leaves no value behind, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z.]{0,60}$/),
        fc.constantFrom('password', 'token', 'access.key', 'SECRET'),
        fc.constantFrom('=', ': ', ' = '),
        (before, name, sign) => {
          const text = redact(`${before}${name}${sign}canary42, then more`);
          expect(text).not.toContain('canary42');
          expect(text).toContain('then more');
        },
      ),
    );
  });

  // In quadratic time this would run into the test's own deadline.
  it.each(['a', 'a.', 'token', 'http://'])(
    'takes a long run of %p in its stride',
    part => {
      const text = part.repeat(40_000).slice(0, 40_000);
      expect(redact(text).length).toBeGreaterThan(0);
    },
  );
});
