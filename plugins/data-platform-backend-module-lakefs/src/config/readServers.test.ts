import { ConfigReader } from '@backstage/config';
import { keyFor, shareOf } from './LakefsServer';
import { readDeletedKept } from './readDeletedKept';
import { readServers } from './readServers';

const base = {
  name: 'lake',
  endpoint: 'https://lake.example.com/api/v1',
  accessKeyId: 'A',
  secretAccessKey: 'CANARY-7f3a',
};
const read = (...servers: object[]) =>
  readServers(
    new ConfigReader({ dataPlatform: { lakefs: { servers } } } as never),
  );

describe('readServers', () => {
  it('needs nothing', () => {
    expect(readServers(new ConfigReader({}))).toEqual([]);
  });

  it('reads a server with defaults that work', () => {
    expect(read(base)).toEqual([
      expect.objectContaining({
        name: 'lake',
        uiUrl: 'https://lake.example.com',
        staleMs: 30 * 86_400_000,
        domains: [],
      }),
    ]);
    expect(read({ ...base, pollSeconds: 1 })[0].pollMs).toBe(5_000);
  });

  it('asks for no approval unless told to, and deletes what has expired', () => {
    const [server] = read(base);
    expect(server.approvals).toBe('none');
    expect(server.expiry).toEqual({
      ...{ enabled: true, warnMs: 86_400_000, graceMs: 86_400_000 },
    });
    expect(read({ ...base, approvals: 'protected' })[0].approvals).toBe(
      'protected',
    );
    const lakefs = {
      servers: [base],
      expiry: { enabled: false, warnHours: 48, graceHours: 1 },
    };
    const [other] = readServers(
      new ConfigReader({ dataPlatform: { lakefs } } as never),
    );
    expect(other.expiry).toEqual({
      ...{ enabled: false, warnMs: 172_800_000, graceMs: 3_600_000 },
    });
  });

  it('keeps the record of a deleted branch for a year, or as configured', () => {
    const kept = (lakefs: object) =>
      readDeletedKept(new ConfigReader({ dataPlatform: { lakefs } } as never));
    expect(kept({})).toBe(365 * 86_400_000);
    expect(kept({ deletedBranchDays: 30 })).toBe(30 * 86_400_000);
    expect(() => kept({ deletedBranchDays: 0 })).toThrow(
      'dataPlatform.lakefs.deletedBranchDays must be 1 or more',
    );
  });

  it.each([
    [{ servers: [{ ...base, approvals: 'yes' }] }, 'approvals (server lake)'],
    [{ servers: [base], expiry: { graceHours: 0 } }, 'expiry.graceHours'],
    [{ servers: [base], expiry: { warnHours: -1 } }, 'expiry.warnHours'],
  ])('names the key that is wrong', (lakefs, key) => {
    const config = new ConfigReader({ dataPlatform: { lakefs } } as never);
    expect(() => readServers(config)).toThrow(key);
  });

  it('reads who alone may write to which branches, and where repositories are registered', () => {
    const [server] = read({
      ...base,
      domains: [
        {
          ...{ domain: 'sales', repositories: ['x'], registerIn: 'orders' },
          branches: [{ pattern: 'release-*', writers: ['group:leads'] }],
        },
      ],
    });
    expect(server.domains[0]).toMatchObject({
      registerIn: 'system:default/orders',
      branches: [{ pattern: 'release-*', writers: ['group:default/leads'] }],
    });
    const wrong = { pattern: '*', writers: ['leads'] };
    expect(() =>
      read({
        ...base,
        domains: [{ domain: 'sales', repositories: ['x'], branches: [wrong] }],
      }),
    ).toThrow('"leads" is no user or group');
  });

  it('gives repositories to domains, with keys of their own', () => {
    const [server] = read({
      ...base,
      domains: [
        {
          domain: 'sales',
          repositories: ['sales-*'],
          accessKeyId: 'S',
          secretAccessKey: 's',
        },
        { domain: 'domain:default/marketing', repositories: ['*'] },
      ],
    });
    expect(shareOf(server, 'sales-lake')?.domainRef).toBe(
      'domain:default/sales',
    );
    expect(shareOf(server, 'web')?.domainRef).toBe('domain:default/marketing');
    expect(keyFor(server, 'sales-lake').accessKeyId).toBe('S');
    expect(keyFor(server, 'web').accessKeyId).toBe('A');
    expect(keyFor(server, undefined).accessKeyId).toBe('A');
  });

  it('reads how Spark reaches a server, with defaults', () => {
    const credentials = { secretName: 'lakefs' };
    const spark = { endpoint: 'http://lake.svc:8000/api/v1/', credentials };
    expect(read({ ...base, spark })[0].spark).toEqual({
      endpoint: 'http://lake.svc:8000',
      mode: 's3',
      credentials: {
        ...credentials,
        accessKeyIdKey: 'accessKeyId',
        secretAccessKeyKey: 'secretAccessKey',
      },
    });
    const iceberg = { catalog: 'lake' };
    expect(
      read({ ...base, spark: { ...spark, mode: 'lakefs', iceberg } })[0].spark,
    ).toMatchObject({
      mode: 'lakefs',
      iceberg: { catalog: 'lake', credentialKey: 'credential' },
    });
    expect(read(base)[0].spark).toBeUndefined();
  });

  it.each([
    [{ mode: 'nfs' }, 'spark.mode (server lake) must be s3 or lakefs'],
    [{ endpoint: 'lake' }, 'spark.endpoint (server lake) must be a URL'],
    [{ credentials: { secretName: 'A B' } }, 'spark.secretName'],
    [
      { credentials: { secretName: 'a', accessKeyIdKey: 'a/b' } },
      'spark.accessKeyIdKey',
    ],
    [{ iceberg: { catalog: 'a.b' } }, 'is no name that Spark allows'],
  ])('refuses %j of spark by its key', (more, message) => {
    const spark = {
      endpoint: 'http://lake',
      credentials: { secretName: 'lakefs' },
      ...more,
    };
    expect(() => read({ ...base, spark })).toThrow(message);
  });

  it.each([
    [[base, base], 'two servers are named lake'],
    [
      [{ ...base, endpoint: 'ftp://x' }],
      'endpoint (server lake) must be a URL',
    ],
    [
      [{ ...base, endpoint: 'https://a:CANARY-7f3a@x' }],
      'must not hold credentials',
    ],
    [[{ ...base, staleDays: 0 }], 'must be a number above 0'],
    [
      [{ ...base, domains: [{ domain: 'group:default/x', repositories: [] }] }],
      '"group:default/x" is no domain',
    ],
    [
      [
        {
          ...base,
          domains: [{ domain: 'x', repositories: ['y'], accessKeyId: 'z' }],
        },
      ],
      'secretAccessKey',
    ],
  ])('refuses %j by its key, without telling a secret', (servers, message) => {
    let said = '';
    try {
      read(...servers);
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain(message);
    expect(said).not.toContain('CANARY');
  });
});
