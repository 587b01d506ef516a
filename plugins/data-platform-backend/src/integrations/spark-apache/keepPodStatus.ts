import { Kept, pick } from '../values/pick';
import { redact } from '../values/redact';
import { field, textAt } from '../values/field';

const CONTAINERS_MAX = 10;
const MESSAGE_MAX = 1_000;

/** Of a PodStatus: what tells how the pod did and how its containers ended. */
export function keepPodStatus(status: unknown): Kept {
  return {
    ...pick(status, ['phase', 'reason', 'startTime']),
    ...keepMessage(status),
    conditions: listAt(status, 'conditions')
      .filter(condition => textAt(condition, 'type') === 'PodScheduled')
      .slice(0, 1)
      .map(condition => ({
        ...pick(condition, ['type', 'status', 'reason', 'lastTransitionTime']),
        ...keepMessage(condition),
      })),
    containerStatuses: listAt(status, 'containerStatuses')
      .slice(0, CONTAINERS_MAX)
      .map(keepContainer),
  };
}

function keepContainer(status: unknown): Kept {
  const state = field(status, 'state');
  return {
    ...pick(status, ['name', 'image', 'ready', 'restartCount']),
    state: Object.fromEntries(
      ['waiting', 'running', 'terminated'].flatMap(key => {
        const found = field(state, key);
        return found === undefined
          ? []
          : [
              [
                key,
                {
                  ...pick(found, [
                    'reason',
                    'exitCode',
                    'signal',
                    'startedAt',
                    'finishedAt',
                  ]),
                  ...keepMessage(found),
                },
              ],
            ];
      }),
    ),
  };
}

function keepMessage(value: unknown): { message?: string } {
  const message = textAt(value, 'message');
  return message ? { message: redact(message.slice(0, MESSAGE_MAX)) } : {};
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}
