import {
  Operation,
  OperationRequest,
  Outcome,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { resource } from '../../http/__testUtils__/rows';
import { JOB, JobScene } from './JobScene';
import { Power } from './Power';
import { jobRequest } from './requests';
import { ada, TestPlatform } from './TestPlatform';

/** A job whose runs end by themselves, as the index tells it, and series of them. */
export class SeriesScene {
  readonly platform: TestPlatform;
  /** How the run of a date ends; undefined: it goes on. Default: it succeeds. */
  outcomeOf: (date: string) => Outcome | undefined = () => 'succeeded';
  /** Most runs that went on at one time. */
  most = 0;
  #running = 0;

  private constructor(platform: TestPlatform) {
    this.platform = platform;
    this.#watchCluster();
  }

  /** @param platform - an empty one; default: one on an SQLite of its own */
  static async create(platform?: TestPlatform): Promise<SeriesScene> {
    const { platform: made, portal } = await JobScene.create(platform);
    await portal.run(jobRequest());
    return new SeriesScene(made);
  }

  /** Forgets what series have done; the job stays. */
  async reset(): Promise<void> {
    const { cluster, db, history, index } = this.platform;
    for (const { metadata } of this.runs()) {
      cluster.objects.delete(`sales/sparkapplications/${metadata.name}`);
      index.drop(`id-${metadata.name}`);
    }
    cluster.calls.length = 0;
    history.runs = [];
    this.most = 0;
    this.#running = 0;
    await db('data_platform_operations').delete();
  }

  /** Starts a portal and lets it back-fill until nothing runs there any more. */
  async backfill(
    input: Record<string, unknown> = {},
    power = new Power(),
  ): Promise<Operation> {
    return this.platform.start(power).run(backfillRequest(input));
  }

  /** Starts a portal and a series, and leaves it running. */
  async begin(input: Record<string, unknown> = {}) {
    const portal = this.platform.start();
    const { id } = await portal.service.start(
      backfillRequest(input),
      ada(),
      new AbortController().signal,
    );
    return { portal, id };
  }

  /** Runs on the cluster, in the order in which they were made. */
  runs(): KubernetesObject[] {
    return [...this.platform.cluster.objects]
      .filter(([key]) => key.startsWith('sales/sparkapplications/'))
      .map(([, object]) => object);
  }

  dates(): string[] {
    return this.runs().map(dateOf);
  }

  /** The run has ended, and the index has heard of it. */
  end(run: KubernetesObject, outcome: Outcome, message = 'As it went.'): void {
    this.#running -= 1;
    this.#tell(run, outcome, message);
  }

  /** How many times a run was made for real. */
  created(): number {
    return this.platform.cluster.calls.filter(
      ({ method, plural, dryRun }) =>
        method === 'POST' && plural === 'sparkapplications' && !dryRun,
    ).length;
  }

  #tell(run: KubernetesObject, outcome?: Outcome, message = 'Running.'): void {
    const { name, namespace, uid } = run.metadata;
    this.platform.index.put(
      resource({ name, namespace, uid }, { outcome, message }),
    );
  }

  /** What the operator and the watch would do. */
  #watchCluster(): void {
    const { cluster } = this.platform;
    const { request } = cluster;
    cluster.request = async call => {
      const response = await request.call(cluster, call);
      const made =
        call.method === 'POST' &&
        call.path.endsWith('/sparkapplications') &&
        !call.query?.dryRun &&
        response.status === 201;
      if (made) {
        const { name } = (call.body as KubernetesObject).metadata;
        const run = cluster.objects.get(`sales/sparkapplications/${name}`)!;
        this.#running += 1;
        this.most = Math.max(this.most, this.#running);
        const outcome = this.outcomeOf(dateOf(run));
        this.#tell(run);
        if (outcome) setImmediate(() => this.end(run, outcome));
      }
      return response;
    };
  }
}

/** A back-fill of the first days of the year, with changes. */
export function backfillRequest(
  input: Record<string, unknown> = {},
): OperationRequest {
  return {
    operation: 'spark-job:backfill',
    entityRef: JOB,
    input: {
      from: '2026-01-01',
      to: '2026-01-05',
      dateArgument: '--date={date}',
      ...input,
    },
  };
}

function dateOf(run: KubernetesObject): string {
  return run.metadata.annotations?.['millrace.dev/run-date'] ?? '';
}
