import fc from 'fast-check';
import { LogRedactor } from './LogRedactor';
import { redactLine } from './redactLine';

const SECRET = 'c4n4ryS3cret';

describe('redactLine', () => {
  it.each([
    `Authorization: Bearer ${SECRET}`,
    `authorization=Basic ${SECRET}`,
    `password=${SECRET}`,
    `db.password: ${SECRET}, user: ada`,
    `"password":"${SECRET}"`,
    `{"clientSecret": "${SECRET} with \\" space"}`,
    `spark.hadoop.fs.s3a.secret.key -> ${SECRET}`,
    `fs.s3a.access.key=${SECRET}`,
    `AWS_SECRET_ACCESS_KEY=${SECRET}`,
    `--conf spark.ssl.keyPassword=${SECRET}`,
    `run.sh --db-password ${SECRET} --verbose`,
    `export API_KEY='${SECRET}'`,
    `jdbc:postgresql://ada:${SECRET}@db/orders`,
    `https://minio/b?X-Amz-Signature=${SECRET}&x=1`,
    `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${SECRET}`,
    `token ghp_${SECRET}${SECRET} used`,
  ])('masks %s', line => {
    expect(redactLine(line)).not.toContain(SECRET);
  });

  it.each([
    '26/03/02 09:00:00 INFO SparkContext: Running Spark version 4.0.1',
    'Using token provider class org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider',
    'password=null',
    'spark.authenticate.secret: ${env}',
    'INFO BlockManager: Using port 7079',
    'Pi is roughly 3.14159',
    'https://history.example.com/history/spark-1/jobs/',
  ])('leaves %s', line => {
    expect(redactLine(line)).toBe(line);
  });

  it('keeps what stands around', () => {
    expect(redactLine(`user=ada password=${SECRET} host=db`)).toBe(
      'user=ada password=*** host=db',
    );
  });
});

describe('LogRedactor', () => {
  const encoder = new TextEncoder();
  const through = (pieces: readonly Uint8Array[]) => {
    const redactor = new LogRedactor();
    return pieces.map(piece => redactor.push(piece)).join('') + redactor.end();
  };

  it('is the same however the bytes are cut', () => {
    const text = `grüße 🚀\npassword=${SECRET}\n\nlast line ü`;
    const bytes = encoder.encode(text);
    const whole = through([bytes]);
    expect(whole).toContain('grüße 🚀\npassword=***\n\nlast line ü');
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), cuts => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const pieces = at.slice(1).map((end, n) => bytes.slice(at[n], end));
        expect(through(pieces)).toBe(whole);
      }),
    );
  });

  it('takes a private key out, over all its lines', () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\n${SECRET}\n${SECRET}\n-----END RSA PRIVATE KEY-----`;
    const text = through([encoder.encode(`before\n${key}\nafter\n`)]);
    expect(text).not.toContain(SECRET);
    expect(text).toMatch(/^before\n[^]*\nafter\n$/);
  });

  it('gives a line of a megabyte in pieces and holds no more than it must', () => {
    const redactor = new LogRedactor();
    const shown = redactor.push(encoder.encode('word '.repeat(200_000)));
    expect(shown.length).toBeGreaterThan(900_000);
    expect((shown + redactor.end()).length).toBe(1_000_000);
  });

  it.each(['x', 'token', 'a.', 'eyJ', 'token="', ' --token'])(
    'takes no long time over a line of nothing but %s',
    word => {
      const start = performance.now();
      redactLine(word.repeat(20_000));
      expect(performance.now() - start).toBeLessThan(4_000);
    },
  );

  it('gives whole lines at once', () => {
    const redactor = new LogRedactor();
    expect(redactor.push(encoder.encode('one\ntw'))).toBe('one\n');
    expect(redactor.push(encoder.encode('o\n'))).toBe('two\n');
    expect(redactor.end()).toBe('');
  });
});
