import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  KubernetesObject,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { capText } from './capText';
import { Guard } from './Guard';
import { normalAssessment } from './normalAssessment';
import { wireTime } from './wireTime';

const UNREAD = 'TooLarge';

/**
 * The verdict on one object. Never throws: a definition that does gives an `unknown` that says so.
 * @param known - the object had a verdict before, be it of another attempt: a new condition began just now
 */
export function runAssessment(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  ctx: AssessContext,
  guard: Guard,
  known = ctx.previous !== undefined,
): Assessment {
  if (object.unread) return unread(definition, object, object.unread, ctx);
  const assessment = guard.run(
    `${definition.kind} assess`,
    () => normalAssessment(definition.assess(object, ctx)),
    error => assessmentFailed(definition, object, error),
  );
  const since = sinceOf(assessment, ctx, known);
  return since === assessment.since ? assessment : { ...assessment, since };
}

/**
 * A condition lasts from when it was known first: another object version or another name of the same cause does not
 * restart it. What was never seen to begin has no `since` unless the integration knows it.
 */
function sinceOf(
  now: Assessment,
  ctx: AssessContext,
  known: boolean,
): string | undefined {
  const before = ctx.previous;
  if (before?.reason !== now.reason || before.health !== now.health) {
    return now.since ?? (known ? wireTime(ctx.now) : undefined);
  }
  if (now.since && before.since) {
    return now.since < before.since ? now.since : before.since;
  }
  return before.since ?? now.since;
}

/** What has ended stays as it ended; of all else nothing is claimed. */
function unread(
  { kind }: ResourceDefinition<any>,
  { metadata }: KubernetesObject,
  why: string,
  { previous, now }: AssessContext,
): Assessment {
  if (previous?.outcome || previous?.reason === UNREAD) {
    return previous;
  }
  return {
    health: 'unknown',
    reason: UNREAD,
    message: `The state of this ${kind} is not known: ${why}.`,
    nextStep: `Make it smaller: move what fills it into a ConfigMap or a file, and see \`kubectl get ${kind.toLowerCase()} ${
      metadata.name
    }\`.`,
    since: wireTime(now),
    evidence: [
      ...(previous
        ? [
            {
              kind: 'object' as const,
              subject: `${kind} ${metadata.name}`,
              reason: previous.reason,
              message: `Before: ${capText(previous.message, 500)}`,
              at: previous.since,
            },
          ]
        : []),
    ],
    remedies: [],
  };
}

function assessmentFailed(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  error: Error,
): Assessment {
  return {
    health: 'unknown',
    reason: 'AssessmentFailed',
    message: `The portal could not judge this ${definition.kind}: its integration failed on it. The object itself may be fine.`,
    nextStep:
      'Look at the manifest, and tell the platform team: this is a defect of the portal.',
    evidence: [
      {
        kind: 'object',
        subject: `${definition.kind} ${object.metadata.name}`,
        reason: error.name,
        message: capText(error.message, 500),
      },
    ],
    remedies: [],
  };
}
