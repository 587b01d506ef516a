import { stringify } from 'yaml';
import { domainRequest, productRequest } from './requests';
import { TestPlatform } from './TestPlatform';

/** Ref of the job that the tests make. */
export const JOB = 'component:default/orders-daily';

/** A platform with the domain `sales` and its product `orders`, ready for a job. */
export class JobScene {
  readonly platform: TestPlatform;
  readonly portal: ReturnType<TestPlatform['start']>;

  private constructor(platform: TestPlatform) {
    this.platform = platform;
    this.portal = platform.start();
  }

  /** @param platform - an empty one; default: one on an SQLite of its own */
  static async create(platform?: TestPlatform): Promise<JobScene> {
    const scene = new JobScene(platform ?? (await TestPlatform.create()));
    await scene.portal.run(domainRequest());
    await scene.portal.run(productRequest());
    return scene;
  }

  /** Objects of one kind (plural) in the domain's namespace. */
  live(plural: string): any[] {
    return [...this.platform.cluster.objects]
      .filter(([key]) => key.startsWith(`sales/${plural}/`))
      .map(([, object]) => object);
  }

  /** The job's definition, as registered. */
  async definition(): Promise<string> {
    const job = await this.platform.entities.get(JOB);
    return job?.spec?.manifest as string;
  }

  /** The cluster refuses to create objects of one kind (plural). */
  refuseCreating(plural: string, code: number, message: string): void {
    this.platform.cluster.refuse = call =>
      call.plural === plural && call.method === 'POST'
        ? { code, message }
        : undefined;
  }
}

/** A manifest of the job, as a person would paste it. */
export function manifest(
  more: Record<string, unknown> = {},
  sparkConf?: Record<string, string>,
): string {
  return stringify({
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name: 'orders-daily' },
    spec: {
      type: 'Python',
      sparkVersion: '4.0.1',
      image: 'apache/spark:4.0.1',
      mainApplicationFile: 'local:///app/main.py',
      timeToLiveSeconds: 86_400,
      driver: { cores: 1, memory: '1g', serviceAccount: 'spark' },
      executor: { cores: 1, memory: '1g', instances: 1 },
      ...(sparkConf && { sparkConf }),
    },
    ...more,
  });
}
