import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  ClaimEvidence,
  EventEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { code, plain } from '../values/plain';
import { at } from '../verdicts/verdict';
import { eventEvidence } from './podEvidence';

const CLAIM = 'PersistentVolumeClaim';

/** Why a volume cannot be mounted. */
export interface ClaimTrouble {
  reason: 'VolumeMissing' | 'VolumeUnbound' | 'VolumeLost' | 'VolumeDeleted';
  /** Clause: "volume `home` does not exist". */
  clause: string;
  nextStep: string;
  /** True when waiting does not help. */
  final: boolean;
  since?: number;
  evidence: readonly Evidence[];
}

/** What is known of the claims that a pod mounts. */
export type ClaimScene = Pick<AssessContext, 'claims' | 'events' | 'complete'>;

/**
 * The first claim that keeps a pod from its node; undefined where all are well or nothing is known of them. The cause of an
 * unbound one stands in the events of the claim itself.
 * @param names - in the order in which they are told
 */
export function claimTrouble(
  names: readonly string[],
  { claims, events, complete }: ClaimScene,
): ClaimTrouble | undefined {
  for (const name of names) {
    const claim = claims.find(each => each.name === name);
    const trouble = claim
      ? troubleOf(claim, eventsOf(events, claim.name))
      : missing(name, complete);
    if (trouble) {
      return trouble;
    }
  }
  return undefined;
}

function missing(
  name: string,
  complete: ClaimScene['complete'],
): ClaimTrouble | undefined {
  return complete?.includes('claims')
    ? {
        reason: 'VolumeMissing',
        clause: `volume claim ${code(name)} does not exist`,
        nextStep: `Create claim ${code(
          name,
        )} in the namespace, or take that volume out.`,
        final: true,
        evidence: [
          {
            kind: 'object',
            subject: `${CLAIM} ${name}`,
            message: 'The namespace has no claim of that name',
          },
        ],
      }
    : undefined;
}

function troubleOf(
  claim: ClaimEvidence,
  events: readonly EventEvidence[],
): ClaimTrouble | undefined {
  const name = code(claim.name);
  const evidence = [claimEvidence(claim), ...eventEvidence(events)];
  if (claim.phase === 'Lost') {
    return {
      reason: 'VolumeLost',
      clause: `the volume behind claim ${name} is lost`,
      nextStep: `Ask the platform team about the volume of claim ${name}; its data may be gone.`,
      final: true,
      evidence,
    };
  }
  if (claim.deletingSince !== undefined && claim.phase !== 'Bound') {
    return {
      reason: 'VolumeDeleted',
      clause: `volume claim ${name} is being deleted`,
      nextStep: 'Choose another volume, or make a new one.',
      final: true,
      since: claim.deletingSince,
      evidence,
    };
  }
  if (claim.phase !== 'Pending') {
    return undefined;
  }
  const cause = [...events]
    .filter(event => event.type === 'Warning')
    .sort((a, b) => b.lastAt - a.lastAt)[0];
  return {
    reason: 'VolumeUnbound',
    clause: cause
      ? `volume claim ${name} has no volume, because the storage says: ${plain(
          cause.message,
          140,
        )}`
      : `volume claim ${name} has no volume yet`,
    nextStep: stepFor(claim, cause),
    final: cause !== undefined,
    since: cause?.firstAt ?? claim.createdAt,
    evidence,
  };
}

function stepFor(
  { name, storageClass }: ClaimEvidence,
  cause: EventEvidence | undefined,
): string {
  const storage = storageClass
    ? `storage class ${code(storageClass)}`
    : 'its storage class';
  return cause && /storageclass\S* .*not found/i.test(cause.message)
    ? `Make claim ${code(
        name,
      )} anew with a storage class that exists, or ask the platform team for ${storage}.`
    : `Ask the platform team whether ${storage} can provide a volume.`;
}

function eventsOf(
  events: readonly EventEvidence[],
  name: string,
): EventEvidence[] {
  return events.filter(
    ({ involved }) => involved.kind === CLAIM && involved.name === name,
  );
}

function claimEvidence(claim: ClaimEvidence): Evidence {
  const size = claim.capacity ?? claim.requested;
  return {
    kind: 'object',
    subject: `${CLAIM} ${claim.name}`,
    reason: claim.phase,
    message: [
      size && `${size}`,
      claim.storageClass && `storage class ${claim.storageClass}`,
      claim.accessModes.join(', '),
    ]
      .filter(Boolean)
      .join(', '),
    ...at(claim.createdAt),
  };
}
