import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  Run,
  RunDetail,
} from '@millrace/backstage-plugin-data-platform-common';
import { ADA } from '../../http/__testUtils__/people';
import {
  at,
  contextWith,
  pod,
  resource,
  verdict,
} from '../../http/__testUtils__/rows';
import { startPortal } from '../../http/__testUtils__/startPortal';

export const SALES = {
  ownerRef: 'group:default/sales-team',
  domainRef: 'domain:default/sales',
  productRef: 'system:default/shop',
};
export const OPS = {
  ownerRef: 'group:default/ops-team',
  domainRef: 'domain:default/ops',
};
export const JOB = 'component:default/orders-daily';
export const FOREIGN = 'component:default/backup';

const DEFINITION =
  'apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplication\nmetadata: { name: job }\n';

const failed = verdict({
  health: 'failed',
  outcome: 'failed',
  reason: 'DriverOutOfMemory',
  message: 'The driver was killed for memory.',
  nextStep: 'Raise the driver memory.',
  evidence: [
    { kind: 'pod', subject: 'pod orders-driver', message: 'OOMKilled' },
  ],
  remedies: [{ text: 'Run it again.', operation: 'spark:rerun' }],
});

/** A run as the history has it. */
export function keptRun(id: string, over: Partial<Run> = {}): Run {
  return {
    id,
    source: 'eu-1',
    namespace: 'sales',
    group: 'sparkoperator.k8s.io',
    kind: 'SparkApplication',
    name: `orders-${id}`,
    uid: `uid-${id}`,
    attempt: '1',
    entityRef: JOB,
    domainRef: SALES.domainRef,
    startedAt: at('07:00'),
    outcome: 'failed',
    assessment: failed,
    live: false,
    ...over,
  };
}

/** Two jobs of two domains, each with a run; the tools, called by whom one likes. */
export async function startTools() {
  const portal = await startPortal([
    {
      entityRef: JOB,
      type: 'spark-job',
      title: 'Orders, daily',
      definition: DEFINITION,
      ...SALES,
    },
    {
      entityRef: FOREIGN,
      type: 'spark-job',
      definition: DEFINITION,
      ...OPS,
    },
    { entityRef: 'system:default/shop', type: 'data-product', ...SALES },
  ]);
  portal.index.put(
    resource({ name: 'orders', entityRef: JOB, ...SALES }, failed),
    resource({ name: 'backup', entityRef: FOREIGN, ...OPS }, failed),
  );
  for (const name of ['orders', 'backup']) {
    portal.index.contexts.set(
      `id-${name}`,
      contextWith({ pods: [pod(`${name}-driver`)] }),
    );
  }
  const runs = [
    keptRun('r1'),
    keptRun('r2', { entityRef: FOREIGN, domainRef: OPS.domainRef }),
  ];
  portal.history.runs.push(...runs);
  for (const run of runs) {
    const detail: RunDetail = { ...run, assessment: failed, changes: [] };
    portal.history.details.set(run.id, { ...detail, logTail: 'one\ntwo\n' });
  }
  const call = async (
    name: string,
    input: JsonObject = {},
    credentials: Parameters<
      typeof portal.tools.invoke
    >[0]['credentials'] = mockCredentials.user(ADA),
  ): Promise<any> => {
    const { output } = await portal.tools.invoke({
      id: `test:${name}`,
      input,
      credentials,
    });
    return output;
  };
  return { ...portal, call };
}
