import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { plain, plural } from '../values/plain';
import { formatBytes, formatCores } from '../values/amount';
import { PodAmounts } from './podAmounts';
import { CommonSettings, PodSettings } from './podSettings';

/** Why the scheduler finds no node, in words. */
export interface SchedulingProblem {
  /** Clause: "no node has 4 CPU free". */
  clause: string;
  nextStep: string;
}

/**
 * The scheduler's reason in words a person can act on. Its text chooses the words; where it says nothing known, it is quoted.
 * Source of the phrases: kubernetes pkg/scheduler/framework/plugins.
 */
export function schedulingProblem(
  pod: PodEvidence,
  size: PodAmounts | undefined,
  own: PodSettings,
  { volumes }: Pick<CommonSettings, 'volumes'>,
): SchedulingProblem {
  const message = (pod.unschedulable?.message ?? '').slice(0, 4_000);
  const has = (pattern: RegExp) => pattern.test(message);
  if (pod.unschedulable?.reason === 'SchedulingGated') {
    return {
      clause: 'a queue has yet to admit it',
      nextStep: 'Wait for the queue, or ask the platform team for its state.',
    };
  }
  if (has(/persistentvolumeclaim "?[^"]*"? not found/i)) {
    return {
      clause: 'a volume claim that it mounts does not exist',
      nextStep: `Create the claim, or correct the name in \`${volumes}\`.`,
    };
  }
  if (has(/unbound immediate PersistentVolumeClaims/i)) {
    return {
      clause: 'a volume claim that it mounts has no volume yet',
      nextStep: 'Check the storage class of the claim.',
    };
  }
  const lacks = [
    has(/Insufficient cpu/i) &&
      (size ? `${formatCores(size.cpu)} CPU` : 'enough CPU'),
    has(/Insufficient memory/i) &&
      (size ? `${formatBytes(size.memory)} of memory` : 'enough memory'),
    has(/Insufficient \S*gpu/i) &&
      (size?.gpu ? plural(size.gpu.count, 'GPU') : 'a GPU'),
  ].filter(Boolean);
  if (lacks.length > 0) {
    return {
      clause: `no node that fits has ${lacks.join(' and ')} free`,
      nextStep: `Wait for other work to end, or make the ${own.noun} smaller in \`${own.whole}\`.`,
    };
  }
  if (has(/node affinity|node selector|nodeSelector/i)) {
    return {
      clause: 'no node matches its node selector or affinity',
      nextStep: `Correct \`${own.nodeSelector}\` or \`${own.affinity}\`, or ask the platform team for such a node.`,
    };
  }
  if (has(/untolerated taint/i)) {
    return {
      clause: 'every node that fits has a taint that it does not tolerate',
      nextStep: `Add the toleration to \`${own.tolerations}\`, or ask the platform team.`,
    };
  }
  if (has(/Too many pods/i)) {
    return {
      clause: 'every node that fits is full of pods',
      nextStep: 'Wait for other work to end, or ask the platform team.',
    };
  }
  const said = plain(message.split('preemption:')[0], 120);
  return {
    clause: said
      ? `the scheduler says: ${said}`
      : 'the scheduler has found no node for it',
    nextStep: 'Ask the platform team for a node that fits.',
  };
}
