import { CONFIG_MAPS, NAMESPACES, SPARK_APPLICATIONS } from '../testing/refs';
import { Replay } from './Replay';
import { replayTopic } from './replayTopic';

const APPLY = 'server-side apply is not served: nothing here uses it';

/** What the operator, which took part in the recording, had written by then. */
function setState(state: string) {
  return ({ api }: Replay) => {
    const application = api.get(SPARK_APPLICATIONS, 'writing', 'pi')!;
    api.updateStatus(SPARK_APPLICATIONS, {
      ...application,
      status: {
        applicationState: { state },
        driverInfo: {},
        lastSubmissionAttemptTime: null,
        terminationTime: null,
      },
    });
  };
}

replayTopic({
  topic: 'writes',
  setUp: ({ api }) => {
    api.create(NAMESPACES, undefined, { metadata: { name: 'writing' } });
    api.create(CONFIG_MAPS, 'writing', {
      metadata: { name: 'applied' },
      data: { x: '2' },
    });
  },
  before: {
    'finalizer-delete': ({ api }) => {
      api.create(CONFIG_MAPS, 'writing', {
        metadata: { name: 'hold', finalizers: ['example.org/hold'] },
      });
    },
    'cr-get': setState('SUSPENDED'),
    'spec-patch-on-status': setState('SUSPENDED'),
    'spec-patch': setState('SUSPENDED'),
    'label-patch': setState('INVALIDATING'),
    'status-get': setState('SUSPENDED'),
  },
  excluded: {
    apply: APPLY,
    'apply-conflict': APPLY,
    'apply-force': APPLY,
    'apply-no-manager': APPLY,
    'apply-managed-fields': APPLY,
  },
  statusOnly: {
    'merge-patch-wrong-type':
      'the message quotes the whole object, with the managedFields that the sandbox does not keep',
  },
});
