import { KubeObject } from '../types';
import { NAMESPACES, PODS, SERVICE_ACCOUNTS } from '../testing/refs';
import { Replay } from './Replay';
import { replayTopic } from './replayTopic';

const STREAMED = 'follows are compared in the tests of the log handler';

function pod(replay: Replay, name: string, spec: object = {}): KubeObject {
  return replay.api.create(PODS, 'logs', {
    metadata: { name },
    spec: {
      nodeName: 'node-1',
      containers: [{ name: 'main', image: 'busybox:1' }],
      ...spec,
    },
  });
}

function setState(
  replay: Replay,
  name: string,
  state: object,
  rest: object = {},
): KubeObject {
  const object = replay.api.get(PODS, 'logs', name)!;
  return replay.api.updateStatus(PODS, {
    ...object,
    status: {
      ...object.status,
      containerStatuses: [{ name: 'main', state, ...rest }],
    },
  });
}

const LINES = [1, 2, 3, 4, 5, 6, 7, 8].map(number => `line ${number}\n`);

replayTopic({
  topic: 'pod-logs',
  setUp: replay => {
    const { api, clock } = replay;
    api.create(NAMESPACES, undefined, { metadata: { name: 'logs' } });
    api.create(SERVICE_ACCOUNTS, 'logs', { metadata: { name: 'default' } });
    pod(replay, 'unschedulable', { nodeName: undefined });
    const done = pod(replay, 'done');
    clock.advance(1_000);
    api.appendLog(done, 'main', `${LINES.join('')}café ✓\nto stderr\n`);
    api.endLog(done, 'main');
    const two = pod(replay, 'two', {
      initContainers: [{ name: 'prepare', image: 'busybox:1' }],
      containers: [
        { name: 'main', image: 'busybox:1' },
        { name: 'side', image: 'busybox:1' },
      ],
    });
    setState(replay, 'two', { waiting: { reason: 'PodInitializing' } });
    api.appendLog(two, 'prepare', 'preparing\n');
    api.appendLog(two, 'side', 'from side\n');
    const again = pod(replay, 'again');
    api.appendLog(again, 'main', 'start at 1795337347\ncrash\n');
    api.rotateLog(again, 'main');
    api.appendLog(again, 'main', 'start at 1795337350\ncrash\n');
    pod(replay, 'bad-image');
    setState(replay, 'bad-image', { waiting: { reason: 'ErrImagePull' } });
  },
  excluded: {
    'bad-image-pod': 'the status of pods is the business of the controllers',
    follow: STREAMED,
    'follow-tail-timestamps': STREAMED,
    'follow-deleted': STREAMED,
    'deleted-race': 'logs here go with their pod, not before it',
  },
});
