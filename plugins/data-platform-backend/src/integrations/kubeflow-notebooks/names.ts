/** Group of both generations. Source: kubeflow/notebooks, branches notebooks-v1 and notebooks-v2. */
export const KUBEFLOW_GROUP = 'kubeflow.org';
/** Generation 1. Source: components/notebook-controller/api. */
export const NOTEBOOK = 'Notebook';
/** Generation 2. Source: workspaces/controller/api/v1beta1. */
export const WORKSPACE = 'Workspace';

/** Label of the pod of a Notebook; its value is the Notebook's name. */
export const LABEL_NOTEBOOK = 'notebook-name';
/** The same of a Workspace. */
export const LABEL_WORKSPACE = 'notebooks.kubeflow.org/workspace-name';
/** Container of a Workspace's pod. That of a Notebook is named as the Notebook is. */
export const WORKSPACE_CONTAINER = 'main';

/** Present on a Notebook: it is to be stopped; the value is when that was asked. */
export const ANNOTATION_STOPPED = 'kubeflow-resource-stopped';
/** When a kernel of the Notebook was last busy, as the culler saw it. */
export const ANNOTATION_LAST_ACTIVITY = 'notebooks.kubeflow.org/last-activity';
/** When the culler looked last. */
export const ANNOTATION_CHECKED =
  'notebooks.kubeflow.org/last_activity_check_timestamp';
/** `jupyter`, `group-one` (code-server) or `group-two` (RStudio). Source: components/crud-web-apps/jupyter. */
export const ANNOTATION_SERVER_TYPE = 'notebooks.kubeflow.org/server-type';
/**
 * Time of the stop that the portal asked for, so that it is not taken for a culling. The controller copies annotations to the
 * pod unless `notebook` is in their name.
 */
export const ANNOTATION_PORTAL_STOP = 'millrace.dev/notebook-stopped-at';
