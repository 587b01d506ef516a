import { replayTopic } from './replayTopic';

const FEWER = 'the sandbox serves fewer resources; see the tests of discovery';

replayTopic({
  topic: 'discovery',
  statusOnly: {
    version: 'another build',
    api: 'the address is left out',
    apis: FEWER,
    'api-aggregated': FEWER,
    'apis-aggregated': FEWER,
    group: 'the definition of SparkConnect (v1alpha1) is not served',
    'readyz-verbose': 'the checks are those of another program',
    'livez-excluded': 'the checks are those of another program',
    'openapi-v3-index': FEWER,
  },
  excluded: {
    root: 'the list of all paths is not served: nothing here reads it',
  },
  adapt: body => {
    const strip = (resource: Record<string, unknown>) => {
      delete resource.storageVersionHash;
      if (Array.isArray(resource.verbs)) resource.verbs.sort();
    };
    for (const resource of body?.resources ?? []) strip(resource);
    return body;
  },
});
