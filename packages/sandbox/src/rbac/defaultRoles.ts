import { MASTERS } from './Attributes';
import { PolicyRule } from './PolicyRule';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const REVIEWS: PolicyRule[] = [
  {
    verbs: ['create'],
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
  },
  {
    verbs: ['create'],
    apiGroups: ['authentication.k8s.io'],
    resources: ['selfsubjectreviews'],
  },
];
const PUBLIC = ['/healthz', '/livez', '/readyz', '/version', '/version/'];
const DISCOVERY = [
  '/api',
  '/api/*',
  '/apis',
  '/apis/*',
  '/openapi',
  '/openapi/*',
];

const viewed = [
  'configmaps',
  'events',
  'limitranges',
  'persistentvolumeclaims',
  'pods',
  'pods/log',
  'pods/status',
  'resourcequotas',
  'serviceaccounts',
  'services',
];
const edited = [
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'secrets',
  'serviceaccounts',
  'services',
];

const view: PolicyRule[] = [
  { verbs: READ, apiGroups: [''], resources: viewed },
  { verbs: READ, apiGroups: [''], resources: ['namespaces'] },
  { verbs: READ, apiGroups: ['networking.k8s.io'], resources: ['*'] },
];
const edit: PolicyRule[] = [
  ...view,
  { verbs: READ, apiGroups: [''], resources: ['secrets'] },
  { verbs: WRITE, apiGroups: [''], resources: edited },
  { verbs: WRITE, apiGroups: ['networking.k8s.io'], resources: ['*'] },
];
const admin: PolicyRule[] = [
  ...edit,
  {
    verbs: [...READ, ...WRITE],
    apiGroups: ['rbac.authorization.k8s.io'],
    resources: ['roles', 'rolebindings'],
  },
];

const anything: PolicyRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
];

/** The roles that every cluster has from birth, in short; with the groups that hold some of them. */
export const DEFAULT_ROLES: readonly {
  name: string;
  rules: PolicyRule[];
  groups?: string[];
}[] = [
  { name: 'cluster-admin', rules: anything, groups: [MASTERS] },
  { name: 'admin', rules: admin },
  { name: 'edit', rules: edit },
  { name: 'view', rules: view },
  {
    name: 'system:basic-user',
    rules: REVIEWS,
    groups: ['system:authenticated'],
  },
  {
    name: 'system:discovery',
    rules: [{ verbs: ['get'], nonResourceURLs: [...DISCOVERY, ...PUBLIC] }],
    groups: ['system:authenticated'],
  },
  {
    name: 'system:public-info-viewer',
    rules: [{ verbs: ['get'], nonResourceURLs: PUBLIC }],
    groups: ['system:authenticated', 'system:unauthenticated'],
  },
];
