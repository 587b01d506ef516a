/** Paths of the API, by what they name. */
export const core = (namespace: string, rest: string) =>
  `/api/v1/namespaces/${namespace}/${rest}`;
export const rbac = (namespace: string, rest: string) =>
  `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/${rest}`;
export const rbacCluster = (rest: string) =>
  `/apis/rbac.authorization.k8s.io/v1/${rest}`;
export const policies = (namespace: string) =>
  `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`;
export const spark = (namespace: string, rest: string) =>
  `/apis/sparkoperator.k8s.io/v1beta2/namespaces/${namespace}/${rest}`;
export const apps = (namespace: string, rest: string) =>
  `/apis/apps/v1/namespaces/${namespace}/${rest}`;
export const connect = (namespace: string, rest: string) =>
  `/apis/sparkoperator.k8s.io/v1alpha1/namespaces/${namespace}/${rest}`;
export const apache = (namespace: string, rest: string) =>
  `/apis/spark.apache.org/v1/namespaces/${namespace}/${rest}`;
export const kubeflow = (version: string, namespace: string, rest: string) =>
  `/apis/kubeflow.org/${version}/namespaces/${namespace}/${rest}`;
export const WORKSPACE_KINDS = '/apis/kubeflow.org/v1beta1/workspacekinds';
export const ACCESS_REVIEWS =
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
