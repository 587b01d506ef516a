import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { field, textAt } from '../values/field';
import { toAssessment } from '../verdicts/verdict';
import { judgeServer } from './assess/judgeServer';
import { serverFacts } from './facts';
import { keepNotebook } from './keep/keepNotebook';
import { notebookServer } from './model/notebookServer';
import {
  ANNOTATION_PORTAL_STOP,
  ANNOTATION_STOPPED,
  KUBEFLOW_GROUP,
  NOTEBOOK,
} from './names';
import { serverOperations } from './operations/serverOperations';
import { serverTrace } from './operatorTrace';
import { notebookEvidence } from './related';
import { serverTimeline } from './timeline';
import { serverWorkbench } from './workbench';

const PLURAL = 'notebooks';

/** A notebook server of Kubeflow Notebooks 1. */
export const notebook: ResourceDefinition = {
  kind: NOTEBOOK,
  match: {
    group: KUBEFLOW_GROUP,
    versions: ['v1', 'v1beta1'],
    plural: PLURAL,
  },
  nature: 'workbench',
  keep: keepNotebook,
  assess: (object, ctx) =>
    toAssessment(judgeServer(notebookServer(object, ctx)), ctx),
  facts: (object, ctx) => serverFacts(notebookServer(object, ctx)),
  timeline: (object, ctx) => serverTimeline(notebookServer(object, ctx)),
  workbench: (object, ctx) => serverWorkbench(notebookServer(object, ctx)),
  operatorTrace: (object, ctx) => serverTrace(notebookServer(object, ctx)),
  related: notebookEvidence,
  operations: serverOperations({
    address: {
      apiVersion: `${KUBEFLOW_GROUP}/v1`,
      kind: NOTEBOOK,
      plural: PLURAL,
    },
    isStopped: object =>
      field(object, 'marks', 'stopped') === true ||
      textAt(object.metadata, 'annotations', ANNOTATION_STOPPED) !== undefined,
    stop: now => {
      const at = `${new Date(now).toISOString().slice(0, 19)}Z`;
      return marked({ [ANNOTATION_STOPPED]: at, [ANNOTATION_PORTAL_STOP]: at });
    },
    start: () =>
      marked({ [ANNOTATION_STOPPED]: null, [ANNOTATION_PORTAL_STOP]: null }),
  }),
};

function marked(annotations: Record<string, string | null>) {
  return { metadata: { annotations } };
}
