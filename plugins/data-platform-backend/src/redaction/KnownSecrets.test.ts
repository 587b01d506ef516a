import fc from 'fast-check';
import { KnownSecrets } from './KnownSecrets';
import { LogRedactor } from './LogRedactor';

const SECRET = 'p4ss/w?rd "x" ü&+';

function masked(secret: string, text: string): string {
  const secrets = new KnownSecrets();
  secrets.learn(secret);
  return secrets.mask(text);
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const base64url = (text: string) =>
  Buffer.from(text, 'utf8').toString('base64url');

describe('KnownSecrets', () => {
  it.each([
    ['as it is', SECRET],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in a form', new URLSearchParams({ SECRET }).toString().slice(7)],
    ['in JSON', JSON.stringify({ a: SECRET }).slice(6, -2)],
    ['in base64', base64(SECRET)],
    ['in base64 for URLs', base64url(SECRET)],
    ['in hex', Buffer.from(SECRET).toString('hex')],
  ])('masks it %s', (_, form) => {
    expect(masked(SECRET, `got ${form} back`)).not.toContain(form);
    expect(masked(SECRET, `got ${form} back`)).toMatch(/^got .*\*\*\*.* back$/);
  });

  it('leaves nothing of it in base64, wherever it begins in what is encoded', () => {
    const secret = fc.stringMatching(/^[a-zA-Z0-9!#$]{12,40}$/);
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), secret, (before, value) => {
        fc.pre(/\d/.test(value) && /[a-z]/i.test(value));
        const text = masked(value, base64(`${before}${value} and more`));
        const left = text
          .split('***')
          .map(part => Buffer.from(part, 'base64').toString('utf8'));
        expect(left.join('|')).not.toContain(value.slice(2, -2));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    'short1',
    'production',
    '/var/run/secrets/kubernetes.io/token',
    'org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider',
    'https://vault.example.com/v1/kv',
  ])('does not mask %s wherever it stands', value => {
    expect(masked(value, `a ${value} b`)).toBe(`a ${value} b`);
  });

  it('learns a bounded number', () => {
    const secrets = new KnownSecrets();
    for (let n = 0; n < 1_000; n += 1) secrets.learn(`value-${n}-s3cret`);
    expect(secrets.mask('a value-49-s3cret b value-500-s3cret')).toBe(
      'a *** b value-500-s3cret',
    );
  });
});

describe('a log that gives a secret away', () => {
  const through = (text: string) => {
    const redactor = new LogRedactor();
    return redactor.push(Buffer.from(text)) + redactor.end();
  };

  it('does not show it in later lines in any form', () => {
    const secret = 'hunter2-hunter2';
    const text = through(
      [
        `db.password=${secret}`,
        `connecting with ${secret}`,
        `header ${base64(`ada:${secret}`)}`,
        `GET /x?p=${encodeURIComponent(secret)}`,
      ].join('\n'),
    );
    expect(text).not.toContain(secret);
    expect(text).not.toContain(base64(`ada:${secret}`).slice(6, -2));
    expect(text.split('\n')).toHaveLength(4);
  });
});
