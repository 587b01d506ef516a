import { X509Certificate } from 'node:crypto';
import {
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  Log,
  Watch,
} from '@kubernetes/client-node';
import { Writable } from 'node:stream';
import { RunningSandbox, startSandbox } from './startSandbox';
import {
  CONFIG_MAPS,
  NAMESPACES,
  PODS,
  SERVICE_ACCOUNTS,
  SPARK_APPLICATIONS,
  sparkApplication,
} from './testing/refs';

describe('startSandbox', () => {
  let sandbox: RunningSandbox;
  const kube = (user = 'admin') => {
    const config = new KubeConfig();
    config.loadFromString(sandbox.kubeconfig(user));
    return config;
  };

  beforeAll(async () => {
    sandbox = await startSandbox({
      users: [
        { name: 'admin', groups: ['system:masters'] },
        { name: 'ada', groups: [] },
      ],
      seed: api => {
        api.create(NAMESPACES, undefined, { metadata: { name: 'sales' } });
      },
    });
  });
  afterAll(() => sandbox.stop());

  it('serves TLS with a certificate that vouches for loopback', () => {
    const certificate = new X509Certificate(sandbox.certificate!);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(sandbox.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  });

  it('works with @kubernetes/client-node: typed, custom, watch, logs, refusals', async () => {
    const core = kube().makeApiClient(CoreV1Api);
    const custom = kube().makeApiClient(CustomObjectsApi);
    const created = await core.createNamespacedConfigMap({
      namespace: 'sales',
      body: { metadata: { name: 'a' }, data: { k: 'v' } },
    });
    expect(created.metadata?.uid).toBeDefined();
    const watch = new Watch(kube());
    const seen: string[] = [];
    const gone = new Promise<void>((resolve, reject) => {
      void watch
        .watch(
          '/api/v1/namespaces/sales/configmaps',
          { allowWatchBookmarks: true },
          (type, object) => {
            seen.push(`${type} ${object.metadata.name}`);
            if (type === 'DELETED') resolve();
          },
          error => reject(error),
        )
        .then(controller => gone.finally(() => controller.abort()), reject);
    });
    await core.deleteNamespacedConfigMap({ namespace: 'sales', name: 'a' });
    await gone;
    expect(seen[seen.length - 1]).toBe('DELETED a');

    sandbox.api.create(SPARK_APPLICATIONS, 'sales', sparkApplication('pi'));
    const list = await custom.listNamespacedCustomObject({
      group: 'sparkoperator.k8s.io',
      version: 'v1beta2',
      namespace: 'sales',
      plural: 'sparkapplications',
      limit: 1,
    });
    expect(list.items[0].metadata.name).toBe('pi');

    sandbox.api.create(SERVICE_ACCOUNTS, 'sales', {
      metadata: { name: 'default' },
    });
    const pod = sandbox.api.create(PODS, 'sales', {
      metadata: { name: 'p' },
      spec: {
        nodeName: 'node-1',
        containers: [{ name: 'main', image: 'x' }],
      },
    });
    sandbox.api.appendLog(pod, 'main', 'hello\n');
    sandbox.api.endLog(pod, 'main');
    let text = '';
    const sink = new Writable({
      write(chunk, _, done) {
        text += chunk;
        done();
      },
    });
    const ended = new Promise(resolve => sink.once('finish', resolve));
    await new Log(kube()).log('sales', 'p', 'main', sink, { follow: true });
    await ended;
    expect(text).toBe('hello\n');

    await expect(
      kube('ada').makeApiClient(CoreV1Api).listNamespacedSecret({
        namespace: 'sales',
      }),
    ).rejects.toMatchObject({ code: 403 });
  });

  it('listens on loopback only, and starts nothing when it cannot', async () => {
    let stopped = 0;
    await expect(
      startSandbox({
        host: '0.0.0.0',
        users: [],
        controllers: [
          () => () => {
            stopped++;
          },
        ],
      }),
    ).rejects.toThrow('loopback only');
    expect(stopped).toBe(1);
    const { port } = new URL(sandbox.url);
    await expect(
      startSandbox({ port: Number(port), users: [] }),
    ).rejects.toThrow('EADDRINUSE');
  });

  it('names a user that it does not have', () => {
    expect(() => sandbox.kubeconfig('bob')).toThrow(
      'The sandbox has no user "bob"',
    );
  });

  it('ends watches and controllers when it stops', async () => {
    const order: string[] = [];
    const other = await startSandbox({
      tls: false,
      users: [{ name: 'admin', groups: ['system:masters'], token: 'known' }],
      controllers: ['first', 'second'].map(name => () => () => {
        order.push(name);
      }),
    });
    const response = await fetch(`${other.url}/api/v1/configmaps?watch=1`, {
      headers: { authorization: 'Bearer known' },
    });
    other.api.create(CONFIG_MAPS, 'default', { metadata: { name: 'a' } });
    const reader = response.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    await other.stop();
    expect(order).toEqual(['second', 'first']);
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow();
  });
});
