import {
  NAMESPACES,
  SPARK_APPLICATIONS,
  sparkApplication,
} from '../testing/refs';
import { replayTopic } from './replayTopic';

replayTopic({
  topic: 'field-validation',
  setUp: ({ api }) => {
    api.create(NAMESPACES, undefined, { metadata: { name: 'fields' } });
  },
  before: {
    'patch-strict': ({ api }) => {
      const application = api.create(
        SPARK_APPLICATIONS,
        'fields',
        sparkApplication('f'),
      );
      api.updateStatus(SPARK_APPLICATIONS, {
        ...application,
        status: {
          applicationState: { state: 'SUSPENDING' },
          driverInfo: {},
          lastSubmissionAttemptTime: null,
          terminationTime: null,
        },
      });
    },
  },
  statusOnly: {
    'patch-strict':
      'the message quotes the whole object, with the managedFields that the sandbox does not keep',
  },
  excluded: {
    'apply-unknown': 'server-side apply is not served: nothing here uses it',
    'deprecated-warning': 'componentstatuses are not served: nothing uses them',
  },
});
