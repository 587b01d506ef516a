import {
  demoRbac,
  RunningSandbox,
  SandboxApi,
  startSandbox,
  SystemClock,
  TravelClock,
} from '@millrace/sandbox';
import { ServerAddress } from '../content/backendConfig';
import { driverPod, driverPodStatus } from '../content/driverPod';
import { domainPlaces, TEAMS } from '../content/Layout';
import {
  sparkApplication,
  sparkStatus,
  WorkloadInput,
} from '../content/sparkApplication';
import { workloadsOf } from '../content/workloadsOf';
import { Scale } from '../Scale';

/** Both plugins read as the same account, which may read everything. */
const ACCOUNT = { name: 'portal', groups: ['system:masters'] };

const SPARK = {
  group: 'sparkoperator.k8s.io',
  version: 'v1beta2',
  plural: 'sparkapplications',
};
const core = (plural: string) => ({ group: '', version: 'v1', plural });

/** One API server without controllers: what is in it changes only when it is told to. */
export class ApiServer {
  readonly address: ServerAddress;
  readonly #sandbox: RunningSandbox;
  /** Those that still run. */
  readonly #running: WorkloadInput[];

  static async start(scale: Scale, cluster: string): Promise<ApiServer> {
    const clock = new TravelClock(new SystemClock());
    const sandbox = await startSandbox({
      name: cluster,
      tls: false,
      clock,
      users: [ACCOUNT],
    });
    demoRbac(sandbox.api);
    letTeamsDoEverything(sandbox.api);
    const inputs = workloadsOf(scale, cluster, Date.now());
    for (const { name } of domainPlaces(scale).filter(
      place => place.cluster === cluster,
    )) {
      makeNamespace(sandbox.api, name);
    }
    for (const input of inputs) {
      clock.ago(Date.now() - input.submittedAt, () =>
        makeWorkload(sandbox.api, input),
      );
    }
    return new ApiServer(cluster, sandbox, inputs);
  }

  constructor(
    name: string,
    sandbox: RunningSandbox,
    inputs: readonly WorkloadInput[],
  ) {
    this.#sandbox = sandbox;
    this.#running = inputs.filter(({ state }) => state === 'RUNNING');
    this.address = {
      name,
      url: sandbox.url,
      token: sandbox.token(ACCOUNT.name),
    };
  }

  /**
   * Writes the status of one running application: it has completed.
   * @returns its uid
   * @throws Error when none runs any more
   */
  completeOne(): string {
    const input = this.#running.shift();
    if (!input)
      throw new Error(`Nothing runs on ${this.address.name} any more`);
    const { api } = this.#sandbox;
    const object = api.get(SPARK, input.namespace, input.name)!;
    api.updateStatus(SPARK, {
      ...object,
      status: sparkStatus({ ...input, state: 'COMPLETED' }, Date.now()),
    });
    return object.metadata.uid;
  }

  stop(): Promise<void> {
    return this.#sandbox.stop();
  }
}

/** People act as themselves, and none of them is refused: what is measured is the way, not the rights. */
function letTeamsDoEverything(api: SandboxApi): void {
  const group = 'rbac.authorization.k8s.io';
  const metadata = { name: 'bench' };
  const at = (plural: string) => ({ group, version: 'v1', plural });
  const any = ['*'];
  api.create(at('clusterroles'), undefined, {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRole',
    metadata,
    rules: [{ apiGroups: any, resources: any, verbs: any }],
  });
  api.create(at('clusterrolebindings'), undefined, {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRoleBinding',
    metadata,
    roleRef: { apiGroup: group, kind: 'ClusterRole', name: metadata.name },
    subjects: TEAMS.map(team => ({
      kind: 'Group',
      apiGroup: group,
      name: `backstage:group:default/team-${team}`,
    })),
  });
}

function makeNamespace(api: SandboxApi, name: string): void {
  api.create(core('namespaces'), undefined, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'millrace.dev/managed-by': 'millrace',
        'millrace.dev/domain': `default.${name}`,
      },
    },
  });
  api.create(core('serviceaccounts'), name, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'spark' },
  });
}

function makeWorkload(api: SandboxApi, input: WorkloadInput): void {
  const { namespace, submittedAt } = input;
  const made = api.create(SPARK, namespace, sparkApplication(input));
  api.updateStatus(SPARK, {
    ...made,
    status: sparkStatus(input, Date.now()),
  });
  if (input.state !== 'RUNNING') return;
  const pod = api.create(
    core('pods'),
    namespace,
    driverPod(input, made.metadata.uid),
  );
  api.updateStatus(core('pods'), {
    ...pod,
    status: driverPodStatus(submittedAt),
  });
}
