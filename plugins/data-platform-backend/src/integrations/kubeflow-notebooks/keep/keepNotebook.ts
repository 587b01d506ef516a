import { Kept, pick } from '../../values/pick';
import { field, textAt } from '../../values/field';
import { redact } from '../../values/redact';
import {
  ANNOTATION_CHECKED,
  ANNOTATION_LAST_ACTIVITY,
  ANNOTATION_SERVER_TYPE,
  ANNOTATION_STOPPED,
} from '../names';
import { keepPodSpec } from './keepPodSpec';

const MESSAGE_MAX = 1_000;
const CONDITIONS = 12;

/**
 * The part of a Notebook that may enter memory. What the controller and its culler write as annotations is kept as `marks`:
 * the host lets none of them through.
 */
export function keepNotebook(object: unknown): Kept {
  const annotations = field(object, 'metadata', 'annotations');
  const mark = (key: string) => textAt(annotations, key)?.slice(0, 60);
  return {
    spec: {
      template: {
        spec: keepPodSpec(field(object, 'spec', 'template', 'spec')),
      },
    },
    status: keepStatus(field(object, 'status')),
    marks: {
      stopped: field(annotations, ANNOTATION_STOPPED) !== undefined,
      stoppedAt: mark(ANNOTATION_STOPPED),
      lastActivity: mark(ANNOTATION_LAST_ACTIVITY),
      checkedAt: mark(ANNOTATION_CHECKED),
      serverType: mark(ANNOTATION_SERVER_TYPE),
    },
  };
}

/** Undefined until the controller has written one: that tells whether it has seen the object. */
function keepStatus(status: unknown): Kept | undefined {
  if (typeof status !== 'object' || status === null) {
    return undefined;
  }
  const conditions = field(status, 'conditions');
  const state = field(status, 'containerState');
  return {
    ...pick(status, ['readyReplicas']),
    conditions: (Array.isArray(conditions) ? conditions : [])
      .slice(0, CONDITIONS)
      .map(condition => ({
        ...pick(condition, ['type', 'status', 'reason', 'lastTransitionTime']),
        ...message(condition),
      })),
    containerState: {
      running: pick(field(state, 'running'), ['startedAt']),
      waiting: {
        ...pick(field(state, 'waiting'), ['reason']),
        ...message(field(state, 'waiting')),
      },
      terminated: {
        ...pick(field(state, 'terminated'), [
          'exitCode',
          'signal',
          'reason',
          'startedAt',
          'finishedAt',
        ]),
        ...message(field(state, 'terminated')),
      },
    },
  };
}

function message(value: unknown): { message?: string } {
  const text = textAt(value, 'message');
  return text ? { message: redact(text.slice(0, MESSAGE_MAX)) } : {};
}
