import { ClaimEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { list, record, text, time } from '../fields';
import { quantity } from './quantity';

/** Reduces a PersistentVolumeClaim to what tells whether it can be mounted. */
export function claimEvidence(raw: unknown): ClaimEvidence | undefined {
  const claim = record(raw);
  const meta = record(claim.metadata);
  const name = text(meta.name);
  const namespace = text(meta.namespace);
  const uid = text(meta.uid);
  if (!name || !namespace || !uid) {
    return undefined;
  }
  const spec = record(claim.spec);
  const status = record(claim.status);
  return {
    name,
    namespace,
    uid,
    phase: text(status.phase) ?? 'Pending',
    storageClass: text(spec.storageClassName),
    requested: quantity(record(record(spec.resources).requests).storage),
    capacity: quantity(record(status.capacity).storage),
    accessModes: list(spec.accessModes).flatMap(mode => text(mode) ?? []),
    createdAt: time(meta.creationTimestamp) ?? 0,
    deletingSince: time(meta.deletionTimestamp),
  };
}
