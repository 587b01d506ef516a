import {
  CheckGroup,
  code,
  Context,
  eventually,
  holds,
  Mismatch,
  same,
  Skip,
} from '../../Check';
import { ownNamespace, quota, sparkAccount } from '../../ownNamespace';
import { connect, core } from '../../paths';

const PATIENCE_MS = 90_000;
const STAYS_MS = 3_000;
const LABEL_CONNECT_NAME = 'sparkoperator.k8s.io/connect-name';

/** Creates a Connect server with one executor. @returns its path */
async function create(
  context: Context,
  namespace: string,
  name: string,
  spec: Record<string, unknown> = {},
): Promise<string> {
  const { client } = context;
  const path = connect(namespace, 'sparkconnects');
  const served = await client.get(path);
  if (served.status === 404) {
    throw new Skip('sparkoperator.k8s.io/v1alpha1 is not installed');
  }
  await sparkAccount(context, namespace);
  const made = await client.create(path, {
    apiVersion: 'sparkoperator.k8s.io/v1alpha1',
    kind: 'SparkConnect',
    metadata: { name },
    spec: {
      sparkVersion: '4.0.0',
      image: 'docker.io/apache/spark:4.0.0',
      server: {
        cores: 1,
        memory: '512m',
        template: { spec: { serviceAccountName: 'spark' } },
      },
      executor: { instances: 1, cores: 1, memory: '512m' },
      ...spec,
    },
  });
  code(made, 201, `create of ${name}`);
  return `${path}/${name}`;
}

/** The object once its operator has written a state; skips where none does. */
async function reaches(
  { client }: Context,
  path: string,
  state: string,
): Promise<any> {
  let object: any;
  try {
    await eventually(async () => {
      object = (await client.get(path)).body;
      same(object.status?.state, state, 'status.state');
    }, PATIENCE_MS);
  } catch (error) {
    if (error instanceof Mismatch && !object?.status) {
      throw new Skip('no Spark operator watches SparkConnects here');
    }
    throw error;
  }
  return object;
}

export const sparkConnects: CheckGroup = {
  area: 'Spark Connect servers',
  parallel: true,
  checks: [
    {
      title:
        'a SparkConnect is ready with its pod, has a service and executors of known labels, and tells of itself on port 4040',
      async run(context) {
        const { client, namespace } = context;
        const path = await create(context, namespace, 'clients');
        const { status } = await reaches(context, path, 'Ready');
        same(status.server.podName, 'clients-server', 'server.podName');
        same(status.server.serviceName, 'clients-server', 'server.serviceName');
        const pod = await client.get(core(namespace, 'pods/clients-server'));
        const { labels } = pod.body.metadata;
        same(labels['spark-role'], 'connect-server', 'role');
        same(labels[LABEL_CONNECT_NAME], 'clients', 'connect-name');
        const service = await client.get(
          core(namespace, 'services/clients-server'),
        );
        const ports = service.body.spec.ports.map(({ port }: any) => port);
        holds(
          ports.includes(15_002) && ports.includes(4040),
          `ports 15002 and 4040 of its service (${ports})`,
        );
        await eventually(async () => {
          const object = (await client.get(path)).body;
          same(object.status.executors?.running, 1, 'executors.running');
          const selector = encodeURIComponent(
            `${LABEL_CONNECT_NAME}=clients,spark-role=executor`,
          );
          const { body } = await client.get(
            core(namespace, `pods?labelSelector=${selector}`),
          );
          same(body.items.length, 1, 'pods of executors');
          const rest = await client.get(
            core(
              namespace,
              'pods/clients-server:4040/proxy/api/v1/applications',
            ),
          );
          code(rest, 200, "Spark's REST API");
          same(rest.body.length, 1, 'applications of the server');
        }, PATIENCE_MS);
        await client.delete(path);
      },
    },
    {
      title:
        'an image that does not exist: NotReady for ever, never Failed; the pod alone tells',
      async run(context) {
        const { client, namespace } = context;
        const path = await create(context, namespace, 'no-image-connect', {
          image: 'registry.invalid/spark:none',
        });
        await reaches(context, path, 'NotReady');
        await eventually(async () => {
          const pod = await client.get(
            core(namespace, 'pods/no-image-connect-server'),
          );
          const reason =
            pod.body.status?.containerStatuses?.[0]?.state.waiting?.reason;
          holds(
            ['ErrImagePull', 'ImagePullBackOff'].includes(reason),
            `the container waits for its image (${reason})`,
          );
        }, PATIENCE_MS);
        same((await client.get(path)).body.status.state, 'NotReady', 'state');
        await client.delete(path);
      },
    },
    {
      title: 'a server that a quota refuses has no state at all',
      async run(context) {
        const { client, namespace: shared } = context;
        // Where nobody looks at any of them the absence would prove nothing.
        const other = await create(context, shared, 'beside');
        await eventually(async () => {
          const { status } = (await client.get(other)).body;
          if (!status?.state) throw new Mismatch('status.state: nothing yet');
        }, PATIENCE_MS).catch(() => {
          throw new Skip('no Spark operator watches SparkConnects here');
        });
        const namespace = await ownNamespace(context, 'connect-quota');
        await quota(context, namespace, { pods: '0' });
        const path = await create(context, namespace, 'refused');
        await new Promise(resolve => setTimeout(resolve, STAYS_MS));
        same((await client.get(path)).body.status?.state, undefined, 'state');
        const pod = await client.get(core(namespace, 'pods/refused-server'));
        code(pod, 404, 'its pod');
        await client.delete(path);
        await client.delete(other);
      },
    },
  ],
};
