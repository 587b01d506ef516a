import { readRecording } from './Recording';
import { EVENTS, NAMESPACES } from '../testing/refs';
import { replayTopic } from './replayTopic';

const OTHER_GROUP =
  'events.k8s.io is not served: the product and kubectl 1.32 read core/v1';

replayTopic({
  topic: 'events',
  setUp: ({ api }) => {
    api.create(NAMESPACES, undefined, { metadata: { name: 'logs' } });
    const items = (readRecording('events') ?? [])
      .filter(recorded => recorded.request.path.includes('/api/v1/'))
      .flatMap(recorded => recorded.response.body.items ?? []);
    for (const { metadata, ...event } of items) {
      if (api.get(EVENTS, 'logs', metadata.name)) continue;
      api.create(EVENTS, 'logs', {
        ...event,
        metadata: { name: metadata.name },
      });
    }
  },
  excluded: {
    'events-k8s-io': OTHER_GROUP,
    'events-k8s-io-core-field': OTHER_GROUP,
    'watch-warnings': 'watches are compared in the tests of the watch handler',
  },
  adapt: (body, recorded) => {
    // How many are left after the page depends on events that the recording does not show.
    if (recorded.name === 'limit') delete body.metadata.remainingItemCount;
    return body;
  },
});
