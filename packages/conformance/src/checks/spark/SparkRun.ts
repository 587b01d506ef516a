import { code, Context, eventually, Mismatch, same, Skip } from '../../Check';
import { ownNamespace, sparkAccount } from '../../ownNamespace';
import { core, spark } from '../../paths';
import { WatchEvent } from '../../ApiClient';
import { needSpark } from '../customResources';

const PATIENCE_MS = 60_000;
const IMAGE = 'docker.io/apache/spark:4.0.0';

/** What the example program is told: how many slices, for Spark; and how long to take, for a stand-in. */
export const SHORT = ['2', '--duration', '8s'];
export const LONG = ['100000', '--duration', '5m'];
/** A program that cannot be loaded: its driver fails within a second or two. */
export const FAILING = { mainClass: 'com.example.Missing' };

/** The spec of the example SparkPi, small. */
export function piSpec(spec: Record<string, unknown> = {}) {
  return {
    type: 'Scala',
    mode: 'cluster',
    image: IMAGE,
    mainClass: 'org.apache.spark.examples.SparkPi',
    mainApplicationFile: 'local:///opt/spark/examples/jars/spark-examples.jar',
    sparkVersion: '4.0.0',
    arguments: SHORT,
    restartPolicy: { type: 'Never' },
    driver: { cores: 1, memory: '512m', serviceAccount: 'spark' },
    executor: { cores: 1, instances: 1, memory: '512m' },
    ...spec,
  };
}

/** One SparkApplication under a check. */
export class SparkRun {
  readonly context: Context;
  readonly namespace: string;
  readonly name: string;

  private constructor(context: Context, namespace: string, name: string) {
    this.context = context;
    this.namespace = namespace;
    this.name = name;
  }

  /**
   * Creates an application.
   *
   * @throws Skip where SparkApplications are not served
   */
  static async start(
    context: Context,
    name: string,
    spec: Record<string, unknown> = {},
    namespace = context.namespace,
  ): Promise<SparkRun> {
    await needSpark(context);
    await sparkAccount(context, namespace);
    const run = new SparkRun(context, namespace, name);
    const made = await context.client.create(
      spark(namespace, 'sparkapplications'),
      {
        apiVersion: 'sparkoperator.k8s.io/v1beta2',
        kind: 'SparkApplication',
        metadata: {
          name,
          labels: { 'millrace.dev/conformance': name.slice(0, 63) },
        },
        spec: piSpec(spec),
      },
    );
    code(made, 201, `create of ${name}`);
    return run;
  }

  /** The same in a namespace of its own, where `prepare` has set something up. */
  static async startIn(
    context: Context,
    name: string,
    spec: Record<string, unknown>,
    prepare: (namespace: string) => Promise<void>,
  ): Promise<SparkRun> {
    await needSpark(context);
    const namespace = await ownNamespace(context, name);
    await prepare(namespace);
    return SparkRun.start(context, name, spec, namespace);
  }

  get path(): string {
    return spark(this.namespace, `sparkapplications/${this.name}`);
  }

  async get(): Promise<any> {
    return (await this.context.client.get(this.path)).body;
  }

  patch(body: unknown) {
    return this.context.client.mergePatch(this.path, body);
  }

  remove() {
    return this.context.client.delete(this.path);
  }

  /** The object once it is in a state. @throws Skip where nobody gives it any */
  async reaches(state: string, patienceMs = PATIENCE_MS): Promise<any> {
    let object: any;
    try {
      await eventually(async () => {
        object = await this.get();
        same(
          object.status?.applicationState?.state,
          state,
          `state of ${this.name}`,
        );
      }, patienceMs);
    } catch (error) {
      if (error instanceof Mismatch && !object?.status?.applicationState) {
        throw new Skip(
          `no Spark operator watches namespace ${
            this.namespace
          } (no status in ${patienceMs / 1000} s)`,
        );
      }
      throw error;
    }
    return object;
  }

  /** Pods of the application, of one role where it is given. */
  async pods(role?: 'driver' | 'executor'): Promise<any[]> {
    const labels = [
      `sparkoperator.k8s.io/app-name=${this.name}`,
      ...(role ? [`spark-role=${role}`] : []),
    ].join(',');
    const path = `pods?labelSelector=${encodeURIComponent(labels)}`;
    const answer = await this.context.client.get(core(this.namespace, path));
    return answer.body.items;
  }

  /** Events about the application. */
  async events(): Promise<any[]> {
    const selector = encodeURIComponent(`involvedObject.name=${this.name}`);
    const answer = await this.context.client.get(
      core(this.namespace, `events?fieldSelector=${selector}`),
    );
    return answer.body.items;
  }

  /** Every change of the object from its creation on, until it has been in one of these states. */
  watchUntil(...states: readonly string[]): Promise<WatchEvent[]> {
    const selector = encodeURIComponent(`metadata.name=${this.name}`);
    return this.context.client.watch(
      spark(
        this.namespace,
        `sparkapplications?watch=1&resourceVersion=0&fieldSelector=${selector}`,
      ),
      events =>
        states.includes(events.at(-1)?.object.status?.applicationState?.state),
      PATIENCE_MS,
    );
  }
}

/** The states that were seen, repeats collapsed. */
export function statesOf(events: readonly WatchEvent[]): string[] {
  const states = events.map(
    ({ object }) => object.status?.applicationState?.state ?? '',
  );
  return states.filter((state, index) => state !== states[index - 1]);
}
