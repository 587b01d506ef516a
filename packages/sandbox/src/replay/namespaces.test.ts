import { namespaceController } from '../controllers/namespaces';
import { CONFIG_MAPS } from '../testing/refs';
import { replayTopic } from './replayTopic';

replayTopic({
  topic: 'namespaces',
  options: () => ({
    controllers: [namespaceController({ random: () => 0.5 })],
  }),
  before: {
    delete: ({ api }) => {
      api.create(CONFIG_MAPS, 'sales-eu', {
        metadata: { name: 'stuck', finalizers: ['example.org/hold'] },
      });
    },
  },
  excluded: {
    'watch-of-the-above':
      'watches are compared in the tests of the watch handler',
  },
  adapt: body => {
    // Certificates are replaced in the recordings, and made up in the sandbox.
    if (body?.data?.['ca.crt']) body.data['ca.crt'] = '<certificate>';
    return body;
  },
});
