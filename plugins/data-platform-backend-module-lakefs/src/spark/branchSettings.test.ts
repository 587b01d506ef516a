import fc from 'fast-check';
import { s3Settings as s3 } from '../__testUtils__/s3Settings';
import { branchSettings } from './branchSettings';

const S3A = 'spark.hadoop.fs.s3a.bucket.sales-lake';

describe('branchSettings', () => {
  it('points the S3 client at the gateway, for this one bucket', () => {
    const { sparkConf, variables, endpoint } = branchSettings(
      s3,
      'sales-lake',
      'fix',
    );
    expect(sparkConf).toEqual({
      'spark.millrace.branch.uri': 's3a://sales-lake/fix',
      [`${S3A}.endpoint`]: 'https://lake.example.com',
      [`${S3A}.endpoint.region`]: 'us-east-1',
      [`${S3A}.path.style.access`]: 'true',
      [`${S3A}.connection.ssl.enabled`]: 'true',
      [`${S3A}.aws.credentials.provider`]:
        'org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider',
      [`${S3A}.access.key`]: '${env.MILLRACE_LAKEFS_ACCESS_KEY_ID}',
      [`${S3A}.secret.key`]: '${env.MILLRACE_LAKEFS_SECRET_ACCESS_KEY}',
    });
    expect(variables).toEqual({
      'branch.uri': 's3a://sales-lake/fix',
      'branch.name': 'fix',
      'branch.repository': 'sales-lake',
    });
    expect(endpoint).toEqual({ host: 'lake.example.com', port: 443 });
  });

  it('takes the key from the environment, which is out of a Secret', () => {
    const { secretEnvironment } = branchSettings(s3, 'sales-lake', 'fix');
    expect(secretEnvironment).toEqual([
      { name: 'MILLRACE_LAKEFS_ACCESS_KEY_ID', secret: 'lakefs', key: 'id' },
      {
        name: 'MILLRACE_LAKEFS_SECRET_ACCESS_KEY',
        secret: 'lakefs',
        key: 'key',
      },
    ]);
  });

  it('knows the own file system of lakeFS', () => {
    const { sparkConf, variables } = branchSettings(
      { ...s3, mode: 'lakefs', presigned: true, endpoint: 'http://lake:8000' },
      'sales-lake',
      'fix',
    );
    expect(variables['branch.uri']).toBe('lakefs://sales-lake/fix');
    expect(sparkConf).toMatchObject({
      'spark.hadoop.fs.lakefs.impl': 'io.lakefs.LakeFSFileSystem',
      'spark.hadoop.fs.lakefs.endpoint': 'http://lake:8000/api/v1',
      'spark.hadoop.fs.lakefs.access.mode': 'presigned',
    });
    expect(Object.keys(sparkConf).some(key => key.includes('s3a'))).toBe(false);
  });

  it('adds the REST catalog of Iceberg where there is one', () => {
    const settings = branchSettings(
      { ...s3, iceberg: { catalog: 'lake', credentialKey: 'both' } },
      'sales-lake',
      'fix',
    );
    expect(settings.sparkConf).toMatchObject({
      'spark.sql.catalog.lake': 'org.apache.iceberg.spark.SparkCatalog',
      'spark.sql.catalog.lake.type': 'rest',
      'spark.sql.catalog.lake.uri': 'https://lake.example.com/iceberg/api',
      'spark.sql.catalog.lake.prefix': 'lakefs',
      'spark.sql.catalog.lake.oauth2-server-uri':
        'https://lake.example.com/iceberg/api/v1/oauth/tokens',
      'spark.sql.catalog.lake.credential': 'env:MILLRACE_LAKEFS_CREDENTIAL',
    });
    expect(settings.sparkLists).toHaveProperty(['spark.sql.extensions']);
    expect(settings.secretEnvironment.at(-1)?.key).toBe('both');
    expect(settings.variables['branch.catalog']).toBe(
      'lake.`sales-lake`.`fix`',
    );
  });

  it.each([
    ['http://lake', 80, 'false'],
    ['https://lake', 443, 'true'],
    ['http://lake:8000', 8000, 'false'],
  ])('tells what has to be reached: %s', (endpoint, port, tls) => {
    const settings = branchSettings({ ...s3, endpoint }, 'sales-lake', 'fix');
    expect(settings.endpoint).toEqual({ host: 'lake', port });
    expect(settings.sparkConf[`${S3A}.connection.ssl.enabled`]).toBe(tls);
  });

  it('never mixes up repositories: no setting of one is a setting of another', () => {
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9-]{2,20}$/);
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(one !== other);
        const keys = (repository: string) =>
          Object.keys(branchSettings(s3, repository, 'x').sparkConf).filter(
            key => key.includes('.bucket.'),
          );
        const shared = keys(one).filter(key => keys(other).includes(key));
        expect(shared).toEqual([]);
      }),
    );
  });
});
