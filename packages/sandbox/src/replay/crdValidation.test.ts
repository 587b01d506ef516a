import {
  NAMESPACES,
  SPARK_APPLICATIONS,
  sparkApplication,
} from '../testing/refs';
import { replayTopic } from './replayTopic';

replayTopic({
  topic: 'crd-validation',
  setUp: ({ api }) => {
    api.create(NAMESPACES, undefined, { metadata: { name: 'schemas' } });
  },
  before: {
    'patch-invalid': ({ api }) => {
      const application = api.create(
        SPARK_APPLICATIONS,
        'schemas',
        sparkApplication('w'),
      );
      api.updateStatus(SPARK_APPLICATIONS, {
        ...application,
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
    'body-version-400':
      'the real server prunes by the schema of another version first and warns of fields that are known',
  },
});
