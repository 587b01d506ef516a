import { readRecording } from './Recording';
import {
  EVENTS,
  NAMESPACES,
  PODS,
  SERVICE_ACCOUNTS,
  SPARK_APPLICATIONS,
  sparkApplication,
} from '../testing/refs';
import { Replay } from './Replay';
import { replayTopic } from './replayTopic';

const ip = (last: number) => ({ podIP: `10.244.0.${last}` });

function pod(
  { api }: Replay,
  name: string,
  spec: object,
  status: (finishedAt: string) => object,
) {
  const created = api.create(PODS, 'logs', {
    metadata: { name, labels: { app: name } },
    spec: { containers: [{ name: 'main', image: 'busybox:1' }], ...spec },
  });
  api.updateStatus(PODS, {
    ...created,
    status: status(new Date('2026-11-22T08:00:06Z').toISOString()),
  });
}

const container = (state: object, rest: object = {}) => ({
  name: 'main',
  ready: false,
  restartCount: 0,
  state,
  ...rest,
});
const completed = {
  phase: 'Succeeded',
  containerStatuses: [
    container({ terminated: { exitCode: 0, reason: 'Completed' } }),
  ],
};

function setUp(replay: Replay) {
  const { api, clock } = replay;
  const node = { nodeName: 'node-1' };
  api.create(NAMESPACES, undefined, { metadata: { name: 'logs' } });
  api.create(SERVICE_ACCOUNTS, 'logs', { metadata: { name: 'default' } });
  pod(replay, 'again', node, finishedAt => ({
    phase: 'Running',
    ...ip(185),
    containerStatuses: [
      container(
        { terminated: { exitCode: 1, reason: 'Error' } },
        {
          restartCount: 2,
          lastState: { terminated: { exitCode: 1, finishedAt } },
        },
      ),
    ],
  }));
  pod(replay, 'bad-image', node, () => ({
    phase: 'Pending',
    ...ip(183),
    containerStatuses: [container({ waiting: { reason: 'ErrImagePull' } })],
  }));
  pod(replay, 'done', node, () => ({ ...completed, ...ip(182) }));
  pod(
    replay,
    'two',
    {
      ...node,
      containers: ['main', 'side'].map(name => ({ name, image: 'busybox:1' })),
    },
    () => ({
      phase: 'Running',
      ...ip(184),
      containerStatuses: ['main', 'side'].map(name => ({
        ...container({ running: {} }, { ready: true }),
        name,
      })),
    }),
  );
  pod(replay, 'unschedulable', {}, () => ({ phase: 'Pending' }));
  const events = readRecording('events')?.find(one => one.name === 'limit');
  for (const { metadata, ...event } of events?.response.body.items ?? []) {
    api.create(EVENTS, 'logs', {
      ...event,
      metadata: { name: metadata.name },
    });
  }
  clock.advance(6_000);
  pod(replay, 'talk', node, () => ({ ...completed, ...ip(186) }));
  clock.advance(33_000);
}

replayTopic({
  topic: 'tables',
  setUp,
  before: {
    sparkapplications: ({ api }) => {
      const { spec } = sparkApplication('');
      const fresh = api.create(SPARK_APPLICATIONS, 'logs', {
        ...sparkApplication('fresh'),
        spec: { ...spec, suspend: false },
      });
      api.updateStatus(SPARK_APPLICATIONS, {
        ...fresh,
        status: {
          applicationState: { state: 'RUNNING' },
          driverInfo: {},
          executionAttempts: 1,
          lastSubmissionAttemptTime: '2026-11-22T08:00:39Z',
          terminationTime: null,
        },
      });
      const held = api.create(
        SPARK_APPLICATIONS,
        'logs',
        sparkApplication('held'),
      );
      api.updateStatus(SPARK_APPLICATIONS, {
        ...held,
        status: {
          applicationState: { state: 'SUSPENDED' },
          driverInfo: {},
          lastSubmissionAttemptTime: null,
          terminationTime: null,
        },
      });
    },
  },
  excluded: {
    'pods-object': 'the rest of a pod is the business of the controllers',
    watch: 'watches are compared in the tests of the watch handler',
    events:
      'the ages of recorded events are of another time; see the printer’s tests',
  },
  adapt: body => {
    if (body?.kind === 'Table') {
      for (const column of body.columnDefinitions) {
        // Descriptions of a few columns are shortened here.
        delete column.description;
      }
      for (const row of body.rows) {
        // Only pods have a fixed age here: the others were made at other moments of the recording.
        row.cells = row.cells.map((cell: unknown) =>
          /^\d+s$/.test(String(cell)) ? '<age>' : cell,
        );
      }
    }
    return body;
  },
});
