import { NAMESPACES, PODS, SERVICE_ACCOUNTS } from '../testing/refs';
import { replayTopic } from './replayTopic';

const POD =
  'the real server adds defaults that nothing here reads (volumes, tolerations)';
const CEL =
  'policies in CEL are not served: the demo brings its own as admission hooks';

replayTopic({
  topic: 'limits-and-admission',
  setUp: ({ api }) => {
    for (const [name, labels] of [
      ['limits', {}],
      ['secure', { 'pod-security.kubernetes.io/enforce': 'restricted' }],
    ] as const) {
      api.create(NAMESPACES, undefined, { metadata: { name, labels } });
      api.create(SERVICE_ACCOUNTS, name, { metadata: { name: 'default' } });
    }
  },
  before: {
    'pss-baseline-403': ({ api }) => {
      const namespace = api.get(NAMESPACES, undefined, 'secure')!;
      namespace.metadata.labels = {
        ...namespace.metadata.labels,
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/warn': 'restricted',
      };
      api.update(NAMESPACES, namespace);
      api.create(PODS, 'secure', {
        metadata: { name: 'old' },
        spec: { containers: [{ name: 'main', image: 'busybox:1' }] },
      });
    },
  },
  statusOnly: { defaults: POD, 'pss-ok': POD, 'pss-warn': POD },
  excluded: {
    'pss-deployment-warning': 'deployments are not served',
    'vap-create': CEL,
    'vap-binding': CEL,
    'vap-deny-403': CEL,
    'vap-deny-422': CEL,
    'vap-deny-both': CEL,
    'vap-expression-error': CEL,
    'vap-ok': CEL,
    'vap-warn': CEL,
    'vap-bad-cel': CEL,
    'webhook-down-500': 'webhooks are not served',
  },
});
