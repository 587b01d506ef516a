import {
  CheckGroup,
  code,
  contains,
  Context,
  eventually,
  holds,
  Mismatch,
  same,
  Skip,
} from '../../Check';
import { ownNamespace, quota } from '../../ownNamespace';
import { apache, apps, core } from '../../paths';

const PATIENCE_MS = 60_000;
const LABEL_CLUSTER = 'spark.operator/spark-cluster-name';

/** Creates a cluster of two workers. @returns its path */
async function create(
  { client }: Context,
  namespace: string,
  name: string,
): Promise<string> {
  const served = await client.get('/apis/spark.apache.org/v1');
  if (served.status === 404) {
    throw new Skip('spark.apache.org/v1 is not installed');
  }
  const path = apache(namespace, 'sparkclusters');
  const made = await client.create(path, {
    apiVersion: 'spark.apache.org/v1',
    kind: 'SparkCluster',
    metadata: { name },
    spec: {
      runtimeVersions: { sparkVersion: '4.0.0' },
      clusterTolerations: {
        instanceConfig: { initWorkers: 2, minWorkers: 2, maxWorkers: 2 },
      },
      sparkConf: { 'spark.kubernetes.container.image': 'apache/spark:4.0.0' },
    },
  });
  code(made, 201, `create of ${name}`);
  return `${path}/${name}`;
}

/** The object once it counts as running; skips where no operator looks at it. */
async function running({ client }: Context, path: string): Promise<any> {
  let object: any;
  try {
    await eventually(async () => {
      object = (await client.get(path)).body;
      same(
        object.status?.currentState?.currentStateSummary,
        'RunningHealthy',
        'currentStateSummary',
      );
    }, PATIENCE_MS);
  } catch (error) {
    if (error instanceof Mismatch && !object?.status?.currentState) {
      throw new Skip('no Apache Spark operator watches the namespace');
    }
    throw error;
  }
  return object;
}

export const sparkClusters: CheckGroup = {
  area: 'Spark clusters',
  parallel: true,
  checks: [
    {
      title:
        'a SparkCluster is a master and its workers, in two StatefulSets behind services of known names, until it is deleted',
      async run(context) {
        const { client, namespace } = context;
        const path = await create(context, namespace, 'standing');
        await running(context, path);
        const pods = async (): Promise<any[]> => {
          const selector = encodeURIComponent(`${LABEL_CLUSTER}=standing`);
          const answer = await client.get(
            core(namespace, `pods?labelSelector=${selector}`),
          );
          return answer.body.items;
        };
        await eventually(async () => {
          same(
            (await pods())
              .map(({ metadata }) => [
                metadata.name,
                metadata.labels['spark-role'],
              ])
              .sort(),
            [
              ['standing-master-0', 'master'],
              ['standing-worker-0', 'worker'],
              ['standing-worker-1', 'worker'],
            ],
            'pods and roles',
          );
        }, PATIENCE_MS);
        const service = await client.get(
          core(namespace, 'services/standing-master-svc'),
        );
        code(service, 200, 'the service of the master');
        holds(
          service.body.spec.ports.some(({ port }: any) => port === 7077),
          'a port 7077 of that service',
        );
        code(await client.delete(path), 200, 'delete');
        await eventually(async () => {
          code(await client.get(path), 404, 'the object');
          same(await pods(), [], 'its pods');
        }, PATIENCE_MS);
      },
    },
    {
      title:
        'it counts as running although a quota refuses its pods: events of its StatefulSets alone tell, in their own words',
      async run(context) {
        const { client } = context;
        const namespace = await ownNamespace(context, 'cluster-quota');
        await quota(context, namespace, { pods: '0' });
        const path = await create(context, namespace, 'refused');
        await running(context, path);
        await eventually(async () => {
          const { body } = await client.get(core(namespace, 'events'));
          const event = body.items.find(
            ({ reason, involvedObject }: any) =>
              reason === 'FailedCreate' &&
              involvedObject.name === 'refused-master',
          );
          holds(event, 'an event FailedCreate');
          same(event.involvedObject.kind, 'StatefulSet', 'what it is about');
          contains(
            event.message,
            // Its first letter is another in every few versions.
            'reate Pod refused-master-0 in StatefulSet refused-master failed error: pods "refused-master-0" is forbidden: exceeded quota: domain',
            'message',
          );
        }, PATIENCE_MS);
        const set = await client.get(
          apps(namespace, 'statefulsets/refused-master'),
        );
        same(set.body.status?.replicas ?? 0, 0, 'pods of the master');
        same(
          (await client.get(path)).body.status.currentState.currentStateSummary,
          'RunningHealthy',
          'currentStateSummary',
        );
        await client.delete(path);
      },
    },
  ],
};
