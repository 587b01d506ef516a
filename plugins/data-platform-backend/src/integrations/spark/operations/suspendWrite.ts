import {
  ObjectTarget,
  PlannedWrite,
} from '@millrace/backstage-plugin-data-platform-node';

/** Suspends or resumes what has `spec.suspend`. */
export function suspendWrite(
  target: ObjectTarget,
  suspend: boolean,
): PlannedWrite {
  const verb = suspend ? 'Suspend' : 'Resume';
  return {
    id: verb.toLowerCase(),
    title: `${verb} ${target.kind} ${target.name}`,
    verb: 'patch',
    target,
    patch: { spec: { suspend } },
  };
}
