import { Kept, pick } from '../../values/pick';
import { field, textAt } from '../../values/field';
import { redact } from '../../values/redact';

const MESSAGE_MAX = 1_000;
const VOLUMES = 40;

/** The part of a Workspace that may enter memory: what was chosen, what is mounted, and the state. No names of Secrets. */
export function keepWorkspace(object: unknown): Kept {
  const spec = field(object, 'spec');
  const volumes = field(spec, 'podTemplate', 'volumes');
  const data = field(volumes, 'data');
  return {
    spec: {
      ...pick(spec, ['paused', 'displayName', 'kind']),
      podTemplate: {
        options: pick(field(spec, 'podTemplate', 'options'), [
          'imageConfig',
          'podConfig',
        ]),
        volumes: {
          ...pick(volumes, ['home']),
          data: (Array.isArray(data) ? data : [])
            .slice(0, VOLUMES)
            .map(each => pick(each, ['pvcName', 'mountPath', 'readOnly'])),
        },
      },
    },
    status: keepStatus(field(object, 'status')),
  };
}

function keepStatus(status: unknown): Kept | undefined {
  if (typeof status !== 'object' || status === null) {
    return undefined;
  }
  const said = textAt(status, 'stateMessage');
  const activity = field(status, 'activity');
  const options = field(status, 'podTemplateOptions');
  return {
    ...pick(status, [
      'state',
      'pauseTime',
      'lastRunningTime',
      'pendingRestart',
    ]),
    ...(said && { stateMessage: redact(said.slice(0, MESSAGE_MAX)) }),
    activity: {
      ...pick(activity, ['lastActivity', 'lastUpdate']),
      lastProbe: pick(field(activity, 'lastProbe'), ['endTime', 'result']),
      rules: {
        pauseWorkspace: pick(field(activity, 'rules', 'pauseWorkspace'), [
          'eligibleAfter',
        ]),
      },
    },
    podTemplateOptions: {
      imageConfig: pick(field(options, 'imageConfig'), ['desired']),
      podConfig: pick(field(options, 'podConfig'), ['desired']),
    },
    podTemplatePod: pick(field(status, 'podTemplatePod'), [
      'name',
      'nodeName',
      'serviceAccountName',
    ]),
  };
}
