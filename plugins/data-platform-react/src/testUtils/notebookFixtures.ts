import {
  NotebookServer,
  NotebookServerDetail,
  NotebookServerPage,
  OperationAvailability,
  PlatformResource,
} from '@millrace/backstage-plugin-data-platform-common';
import { NotebookQuery } from '../api/View';
import { Ago } from './assessments';
import { notebookAssessments, NotebookVerdict } from './notebookAssessments';

const STATES: Record<NotebookVerdict, NotebookServer['state']> = {
  inUse: 'running',
  idleGpu: 'running',
  crashLoop: 'failed',
  noQuota: 'starting',
  stopped: 'stopped',
  workspace: 'running',
};

const NAMES: Record<NotebookVerdict, string> = {
  inUse: 'ada-orders',
  idleGpu: 'churn-model',
  crashLoop: 'forecast-lab',
  noQuota: 'big-join',
  stopped: 'weekly-review',
  workspace: 'ada-workspace',
};

/** One notebook server per state that a person meets. */
export function notebookFixtures(ago: Ago): NotebookServer[] {
  return (Object.keys(STATES) as NotebookVerdict[]).map(verdict =>
    notebookFixture(ago, verdict),
  );
}

/** One notebook server in a state. */
export function notebookFixture(
  ago: Ago,
  verdict: NotebookVerdict,
): NotebookServer {
  const resource = rowOf(ago, verdict);
  const state = STATES[verdict];
  const runs = state === 'running';
  const gpu = verdict === 'idleGpu' ? 2 : 0;
  return {
    resource,
    generation: verdict === 'workspace' ? 2 : 1,
    state,
    image: 'registry.example/notebooks/jupyter-scipy:1.11.0',
    imageTitle: 'JupyterLab with SciPy',
    options:
      verdict === 'workspace'
        ? { kind: 'jupyterlab', imageConfig: 'scipy_191', podConfig: 'big_gpu' }
        : undefined,
    startedAt: runs ? ago(600) : undefined,
    stoppedAt: state === 'stopped' ? ago(900) : undefined,
    culled: state === 'stopped' ? true : undefined,
    idleSince: runs ? ago(verdict === 'idleGpu' ? 360 : 4) : undefined,
    activityKnown: verdict !== 'workspace',
    activityNote:
      'Only notebook kernels count as activity: a terminal or a long download is not seen.',
    cpu: verdict === 'noQuota' ? '16' : '500m',
    memory: '2Gi',
    gpu: gpu > 0 ? { key: 'nvidia.com/gpu', count: gpu } : undefined,
    hours: runs ? { cpu: 5, memoryGib: 20, gpu: gpu * 10 } : undefined,
    costPerHour: runs ? 0.05 + gpu * 2.4 : undefined,
    cost: runs ? 0.5 + gpu * 24 : undefined,
    openUrl: runs
      ? `https://notebooks.example/notebook/sales/${NAMES[verdict]}/`
      : undefined,
    openNote: runs ? undefined : 'It can be opened while it runs.',
    owner: verdict === 'idleGpu' ? 'user:default/nils' : 'user:default/ada',
    ownerVerified: true,
    entityRef: resource.entityRef,
    operations: notebookOperations(resource.id, state),
  };
}

function rowOf(ago: Ago, verdict: NotebookVerdict): PlatformResource {
  const second = verdict === 'workspace';
  const name = NAMES[verdict];
  return {
    id: `nb-${name}`,
    version: 300,
    source: 'eu-1',
    group: 'kubeflow.org',
    apiVersion: second ? 'kubeflow.org/v1beta1' : 'kubeflow.org/v1',
    kind: second ? 'Workspace' : 'Notebook',
    nature: 'service',
    namespace: 'sales',
    name,
    uid: `uid-${name}`,
    createdAt: ago(3_000),
    entityRef: `resource:default/${name}`,
    domainRef: 'domain:default/sales',
    ownerRef: 'user:default/ada',
    claim: 'verified',
    assessment: notebookAssessments(ago)[verdict],
    facts: [],
  };
}

/** What may be done with a notebook server in a state, with a reason for what not. */
export function notebookOperations(
  resourceId: string,
  state: NotebookServer['state'],
): OperationAvailability[] {
  const off = state === 'stopped';
  const stopped = 'It is stopped.';
  return [
    {
      id: 'notebook:stop',
      title: 'Stop',
      resourceId,
      available: !off,
      reason: off ? stopped : undefined,
      confirmation: 'Its kernels end; its volumes stay.',
    },
    {
      id: 'notebook:start',
      title: 'Start',
      resourceId,
      available: off,
      reason: off ? undefined : 'It is not stopped.',
    },
    {
      id: 'notebook:restart',
      title: 'Restart',
      resourceId,
      available: !off,
      reason: off ? stopped : undefined,
    },
    {
      id: 'notebook:resize',
      title: 'Change size',
      resourceId,
      available: true,
    },
    {
      id: 'notebook:delete',
      title: 'Delete',
      resourceId,
      available: true,
      destructive: true,
    },
  ];
}

/** A page of these servers, filtered and sorted as the backend does. */
export function notebookPageFixture(
  servers: readonly NotebookServer[],
  query: NotebookQuery = {},
): NotebookServerPage {
  const text = query.q?.toLowerCase();
  const ofAnyOwner = servers.filter(
    ({ resource, owner }) =>
      (!query.domainRef || resource.domainRef === query.domainRef) &&
      (!query.mine || owner === 'user:default/ada') &&
      (!text || resource.name.includes(text)),
  );
  const scoped = ofAnyOwner.filter(
    ({ owner }) => !query.ownerRef || owner === query.ownerRef,
  );
  const shown = scoped.filter(
    ({ state }) => !query.state || state === query.state,
  );
  if (query.sort === 'idle') {
    shown.sort((a, b) =>
      (a.idleSince ?? '9').localeCompare(b.idleSince ?? '9'),
    );
  }
  const count = (state: NotebookServer['state']) =>
    scoped.filter(server => server.state === state).length;
  const offset = query.offset ?? 0;
  return {
    items: shown.slice(offset, offset + (query.limit ?? 50)),
    total: shown.length,
    totals: {
      running: count('running'),
      stopped: count('stopped'),
      failed: count('failed'),
      other: count('starting'),
      gpusHeld: 2,
      idleGpus: 2,
      costPerHour: 4.95,
    },
    owners: [...new Set(ofAnyOwner.flatMap(({ owner }) => owner ?? []))].sort(),
    currency: 'EUR',
    idleAfterMinutes: 60,
    version: 300,
    warming: false,
    generatedAt: '2026-11-22T10:00:00Z',
  };
}

/** All that the page of a notebook server shows. */
export function notebookDetailFixture(
  ago: Ago,
  verdict: NotebookVerdict = 'inUse',
): NotebookServerDetail {
  const server = notebookFixture(ago, verdict);
  const { name } = server.resource;
  const off = server.state === 'stopped';
  return {
    server,
    detail: {
      ...server.resource,
      assessment: notebookAssessments(ago)[verdict],
      links: [],
      pods: off
        ? []
        : [
            {
              name: `${name}-0`,
              role: 'server',
              phase: 'Running',
              restarts: 0,
              node: 'worker-1',
              createdAt: ago(600),
              startedAt: ago(600),
              containers: [name],
            },
          ],
      events: [],
      operations: server.operations,
      timeline: [
        { title: 'Created', at: ago(3_000), state: 'done' },
        { title: 'Running', at: ago(600), state: 'done' },
      ],
    },
    volumes: [
      {
        claim: `${name}-home`,
        mountPath: '/home/jovyan',
        role: 'home',
        phase: 'Bound',
        storageClass: 'standard',
        size: '5Gi',
        accessModes: ['ReadWriteOnce'],
        sharedWith: [],
      },
      {
        claim: 'sales-shared',
        mountPath: '/data',
        role: 'data',
        phase: 'Bound',
        size: '50Gi',
        accessModes: ['ReadWriteMany'],
        sharedWith: ['churn-model'],
      },
    ],
    podDefaults: ['access-lake'],
    quota: [
      {
        resource: 'requests.cpu',
        label: 'CPU requested',
        used: '3',
        hard: '8',
        ratio: 0.375,
      },
    ],
    currency: 'EUR',
    version: 300,
    warming: false,
  };
}
