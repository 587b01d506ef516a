import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { flagAt } from '../values/field';
import { toAssessment } from '../verdicts/verdict';
import { judgeServer } from './assess/judgeServer';
import { serverFacts } from './facts';
import { keepWorkspace } from './keep/keepWorkspace';
import { workspaceServer } from './model/workspaceServer';
import { ANNOTATION_PORTAL_STOP, KUBEFLOW_GROUP, WORKSPACE } from './names';
import { serverOperations } from './operations/serverOperations';
import { serverTrace } from './operatorTrace';
import { workspaceEvidence } from './related';
import { serverTimeline } from './timeline';
import { serverWorkbench } from './workbench';

const PLURAL = 'workspaces';
const VERSION = 'v1beta1';

/** A notebook server of Kubeflow Notebooks 2, whose API is beta. */
export const workspace: ResourceDefinition = {
  kind: WORKSPACE,
  match: { group: KUBEFLOW_GROUP, versions: [VERSION], plural: PLURAL },
  nature: 'workbench',
  keep: keepWorkspace,
  assess: (object, ctx) =>
    toAssessment(judgeServer(workspaceServer(object, ctx)), ctx),
  facts: (object, ctx) => serverFacts(workspaceServer(object, ctx)),
  timeline: (object, ctx) => serverTimeline(workspaceServer(object, ctx)),
  workbench: (object, ctx) => serverWorkbench(workspaceServer(object, ctx)),
  operatorTrace: (object, ctx) => serverTrace(workspaceServer(object, ctx)),
  related: workspaceEvidence,
  operations: serverOperations({
    address: {
      apiVersion: `${KUBEFLOW_GROUP}/${VERSION}`,
      kind: WORKSPACE,
      plural: PLURAL,
    },
    isStopped: ({ spec }) => flagAt(spec, 'paused'),
    stop: now => paused(true, new Date(now).toISOString()),
    start: () => paused(false, null),
  }),
};

function paused(value: boolean, at: string | null) {
  return {
    metadata: { annotations: { [ANNOTATION_PORTAL_STOP]: at } },
    spec: { paused: value },
  };
}
