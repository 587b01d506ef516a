import { namespaceController } from '../controllers/namespaces';
import { quotaController } from '../controllers/quotas';
import { NAMESPACES, RESOURCE_QUOTAS } from '../testing/refs';
import { replayTopic } from './replayTopic';

const POD =
  'the real server adds defaults that nothing here reads (volumes, tolerations)';

const RACE =
  'what the real controller has counted at this very moment is a race';

replayTopic({
  topic: 'quota',
  options: () => ({
    controllers: [
      namespaceController({ random: () => 0.5 }),
      quotaController({ random: () => 0.5 }),
    ],
  }),
  setUp: ({ api, clock }) => {
    api.create(NAMESPACES, undefined, { metadata: { name: 'quotas' } });
    clock.advance(2_000);
  },
  before: {
    'two-quotas-403': ({ api, clock }) => {
      for (const name of ['secrets']) {
        api.create(RESOURCE_QUOTAS, 'quotas', {
          metadata: { name },
          spec: { hard: { secrets: '1' } },
        });
      }
      clock.advance(200);
      api.create({ group: '', version: 'v1', plural: 'secrets' }, 'quotas', {
        metadata: { name: 'a' },
      });
    },
  },
  statusOnly: { 'pod-ok': POD },
  excluded: {
    'too-early':
      'the real controller fills the status and misses this object, by a few ms',
    'used-3': RACE,
    released: RACE,
    lower: RACE,
    lowered: RACE,
    'watch-of-the-above':
      'watches are compared in the tests of the watch handler',
  },
});
