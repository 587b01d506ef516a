import fc from 'fast-check';
import { literalSecrets, MASK, maskSecrets } from './secrets';

const paths = (value: unknown) => literalSecrets(value).map(({ path }) => path);

describe('literalSecrets', () => {
  it.each([
    [
      { spec: { sparkConf: { 'spark.hadoop.fs.s3a.secret.key': 'x' } } },
      'spec.sparkConf["spark.hadoop.fs.s3a.secret.key"]',
    ],
    [
      { hadoopConf: { 'fs.s3a.access.key': 'x' } },
      'hadoopConf["fs.s3a.access.key"]',
    ],
    [{ env: [{ name: 'DB_PASSWORD', value: 'x' }] }, 'env[0].value'],
    [{ envVars: { API_TOKEN: 'x' } }, 'envVars.API_TOKEN'],
    [{ arguments: ['--db-password=x'] }, 'arguments[0]'],
    [{ arguments: ['--token', 'x'] }, 'arguments[1]'],
    [{ a: 'AKIAIOSFODNN7EXAMPLE' }, 'a'],
    [{ a: '-----BEGIN RSA PRIVATE KEY-----\nx' }, 'a'],
    [{ url: 'jdbc:postgresql://ada:x@db/orders' }, 'url'],
    [{ url: 'jdbc:sqlserver://db;user=etl;password=Xy12' }, 'url'],
    [{ javaOptions: '-Xmx1g -Ddb.password=hunter2' }, 'javaOptions'],
    [{ arguments: ['-c', 'run password="a b"'] }, 'arguments[1]'],
  ])('finds it in %j', (value, path) => {
    expect(paths(value)).toEqual([path]);
  });

  it.each([
    [
      {
        env: [
          {
            name: 'DB_PASSWORD',
            valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
          },
        ],
      },
    ],
    [{ imagePullSecrets: ['registry'] }],
    [{ javaOptions: '-Ddb.password=${DB_PASSWORD} -Dmax.tokens=100' }],
    [{ arguments: ['password=$DB_PASSWORD', 'token.file=/etc/t'] }],
    [
      {
        secrets: [
          { name: 'db', path: '/etc/secrets/db', secretType: 'Generic' },
        ],
      },
    ],
    [{ volumes: [{ secret: { secretName: 'db' } }] }],
    [{ envSecretKeyRefs: { DB_PASSWORD: { name: 'db', key: 'password' } } }],
    [{ sparkConf: { 'spark.kubernetes.driver.secrets.db': '/etc/secrets' } }],
    [
      {
        sparkConf: { 'spark.kubernetes.driver.secretKeyRef.DB': 'db:password' },
      },
    ],
    [
      {
        sparkConf: {
          'spark.hadoop.fs.s3a.aws.credentials.provider':
            'com.example.Provider',
        },
      },
    ],
    [
      {
        sparkConf: {
          'spark.kubernetes.authenticate.oauthTokenFile': '/var/run/token',
        },
      },
    ],
    [{ sparkConf: { 'spark.sql.catalog.lake.credential': 'env:LAKE_KEY' } }],
    [
      {
        sparkConf: {
          'spark.hadoop.fs.s3a.bucket.lake.secret.key': '${env.LAKE_KEY}',
        },
      },
    ],
    [{ automountServiceAccountToken: false }],
    [{ env: [{ name: 'DB_PASSWORD', value: '${DB_PASSWORD}' }] }],
    [{ arguments: ['--table', 'orders', '--tokenize', '--verbose'] }],
    [
      {
        mainApplicationFile: 's3a://bucket/app.py',
        image: 'registry:5000/a@sha256:abc',
      },
    ],
  ])('leaves %j alone', value => {
    expect(paths(value)).toEqual([]);
  });
});

describe('maskSecrets', () => {
  it('masks what repeats a secret, but no word that happens to be one', () => {
    const secret = 'hunter2/X9';
    const masked = maskSecrets({
      env: [{ name: 'DB_PASSWORD', value: secret }],
      arguments: ['psql', `connect as etl ${secret}`, 'plain'],
      query: `p=${encodeURIComponent(secret)}`,
      javaOptions: '-Dpassword=password',
      note: 'ask for the password',
    });
    expect(masked).toEqual({
      env: [{ name: 'DB_PASSWORD', value: MASK }],
      arguments: ['psql', MASK, 'plain'],
      query: MASK,
      javaOptions: MASK,
      note: 'ask for the password',
    });
  });

  it('replaces the value and nothing else', () => {
    const manifest = { a: 1, sparkConf: { 'my.password': 'x', b: 'c' } };
    expect(maskSecrets(manifest)).toEqual({
      a: 1,
      sparkConf: { 'my.password': MASK, b: 'c' },
    });
    expect(manifest.sparkConf['my.password']).toBe('x');
  });

  it('leaves nothing to find, whatever the tree', () => {
    const key = fc.constantFrom(
      'name',
      'value',
      'password',
      'x.secret',
      'env',
      'arguments',
      'a',
    );
    const text = fc.constantFrom(
      '',
      'x',
      '--password',
      '--token=y',
      'AKIAIOSFODNN7EXAMPLE',
      'http://a:b@c',
    );
    const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 4 }), value => {
        const masked = maskSecrets(value);
        expect(literalSecrets(masked)).toEqual([]);
        expect(maskSecrets(masked)).toEqual(masked);
      }),
    );
  });
});
