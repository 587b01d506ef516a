import { TestServer } from './__testUtils__/TestServer';
import { checkAccess } from './checkAccess';
import { tokenCredentials } from './Credentials';
import { HttpClusterConnection } from './HttpClusterConnection';

interface Question {
  group?: string;
  resource: string;
  verb: string;
  name?: string;
  namespace?: string;
}

const SPARK = {
  kind: 'SparkApplication',
  group: 'sparkoperator.k8s.io',
  plural: 'sparkapplications',
};
const PODS = { kind: 'Pod', plural: 'pods' };

describe('checkAccess', () => {
  let server: TestServer;
  let connection: HttpClusterConnection;

  beforeEach(async () => {
    server = await new TestServer().start();
  });
  afterEach(async () => {
    await connection.close();
    await server.stop();
  });

  const check = (
    may: (question: Question) => boolean,
    namespaces?: string[],
  ) => {
    connection = new HttpClusterConnection({
      name: 'eu-1',
      url: server.url,
      credentials: tokenCredentials('t'),
      namespaces,
    });
    server.answer = (res, { body }) => {
      const question = JSON.parse(body).spec.resourceAttributes;
      res.writeHead(201, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ status: { allowed: may(question) } }));
    };
    return checkAccess({
      connection,
      reads: [SPARK, PODS],
      writes: [SPARK],
      signal: new AbortController().signal,
    });
  };
  const isRead = ({ verb }: Question) =>
    ['get', 'list', 'watch'].includes(verb);
  const isConstrained = ({ verb }: Question) =>
    verb.startsWith('impersonate-on:') || verb === 'impersonate:user-info';

  it('finds nothing where all is well', async () => {
    expect(await check(each => isRead(each) || isConstrained(each))).toEqual(
      [],
    );
  });

  it('names the rights to read that lack', async () => {
    const findings = await check(
      each =>
        isConstrained(each) ||
        (isRead(each) && !(each.resource === 'pods' && each.verb !== 'get')),
    );
    expect(findings).toEqual([
      {
        level: 'error',
        message:
          'The portal may not list, watch pods (Pod) on the whole of cluster eu-1.',
        remedy: expect.stringContaining(
          'dataPlatform.kubernetes.clusters.eu-1.namespaces',
        ),
      },
    ]);
  });

  it('asks about the namespaces that are named', async () => {
    const findings = await check(
      each =>
        isConstrained(each) || (isRead(each) && each.namespace === 'sales'),
      ['sales', 'hr'],
    );
    expect(findings.map(({ message }) => message)).toEqual([
      'The portal may not get, list, watch sparkapplications.sparkoperator.k8s.io (SparkApplication) in namespace hr of cluster eu-1.',
      'The portal may not get, list, watch pods (Pod) in namespace hr of cluster eu-1.',
    ]);
  });

  it('warns of the unrestricted right to impersonate', async () => {
    expect(await check(() => true)).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining('as strong as cluster-admin'),
      }),
    ]);
  });

  it('tells when nobody can be impersonated', async () => {
    const [finding] = await check(isRead);
    expect(finding.message).toContain('no general right to impersonate');
  });

  it('tells which constrained verbs lack', async () => {
    const [finding] = await check(
      each =>
        isRead(each) ||
        (isConstrained(each) && each.verb !== 'impersonate-on:user-info:patch'),
    );
    expect(finding.message).toBe(
      'On cluster eu-1 people cannot be acted for on sparkapplications.sparkoperator.k8s.io: the portal lacks impersonate-on:user-info:patch.',
    );
  });

  it('takes plain rights without system:masters for enough', async () => {
    expect(
      await check(
        each =>
          isRead(each) ||
          (each.verb === 'impersonate' && each.name === undefined),
      ),
    ).toEqual([]);
  });
});
