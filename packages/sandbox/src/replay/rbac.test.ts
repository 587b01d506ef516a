import {
  CLUSTER_ROLE_BINDINGS,
  CLUSTER_ROLES,
  NAMESPACES,
  ROLE_BINDINGS,
  ROLES,
} from '../testing/refs';
import { replayTopic } from './replayTopic';

const DEFAULTS =
  'the message lists all rules of the real role `admin`, which is longer than the one here';

replayTopic({
  topic: 'rbac',
  setUp: ({ api }) => {
    api.create(NAMESPACES, undefined, { metadata: { name: 'sales-team' } });
    api.create(CLUSTER_ROLES, undefined, {
      metadata: { name: 'impersonator' },
      rules: [
        {
          apiGroups: [''],
          resources: ['users'],
          resourceNames: ['backstage:user:default/ana'],
          verbs: ['impersonate'],
        },
        {
          apiGroups: [''],
          resources: ['groups'],
          resourceNames: ['backstage:group:default/sales-team'],
          verbs: ['impersonate'],
        },
      ],
    });
  },
  before: {
    'impersonate-user-403': async replay => {
      // This caller has impersonated before, and lost the right since.
      const { api } = replay;
      const binding = {
        metadata: { name: 'impersonator' },
        roleRef: { kind: 'ClusterRole', name: 'impersonator' },
        subjects: [
          {
            kind: 'ServiceAccount',
            name: 'default',
            namespace: 'sales-team',
          },
        ],
      };
      api.create(CLUSTER_ROLE_BINDINGS, undefined, binding);
      await replay.request('GET', '/api/v1/namespaces', {
        caller: 'system:serviceaccount:sales-team:default',
        headers: { 'Impersonate-User': 'backstage:user:default/ana' },
      });
      api.delete(CLUSTER_ROLE_BINDINGS, undefined, 'impersonator');
    },
    'impersonate-allowed-but-403': ({ api }) => {
      api.create(CLUSTER_ROLE_BINDINGS, undefined, {
        metadata: { name: 'impersonator' },
        roleRef: { kind: 'ClusterRole', name: 'impersonator' },
        subjects: [
          {
            kind: 'ServiceAccount',
            name: 'default',
            namespace: 'sales-team',
          },
        ],
      });
    },
    'escalation-rolebinding-403': ({ api }) => {
      api.create(ROLES, 'sales-team', {
        metadata: { name: 'binder' },
        rules: [
          {
            apiGroups: ['rbac.authorization.k8s.io'],
            resources: ['roles', 'rolebindings'],
            verbs: ['create'],
          },
        ],
      });
      api.create(ROLE_BINDINGS, 'sales-team', {
        metadata: { name: 'binder' },
        roleRef: { kind: 'Role', name: 'binder' },
        subjects: [
          { kind: 'Group', name: 'backstage:group:default/sales-team' },
        ],
      });
    },
    'bind-what-one-has': ({ api }) => {
      const role = api.get(ROLES, 'sales-team', 'binder')!;
      role.rules[0].verbs = ['create'];
      api.update(ROLES, role);
    },
  },
  statusOnly: {
    'escalation-rolebinding-403': DEFAULTS,
    'escalation-rolebinding-star': DEFAULTS,
    ssrr: 'the rules of everybody stand in another order, and fewer of them',
    'discovery-ok': 'see the topic discovery',
  },
  excluded: {
    lsar: 'LocalSubjectAccessReviews are not served: nothing here asks for them',
  },
});
