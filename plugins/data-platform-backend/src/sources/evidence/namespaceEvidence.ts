import { record, text, texts, time } from '../fields';
import { NamespaceEvidence } from '../types';

/** Reduces a namespace to its labels, by which it belongs to a domain. */
export function namespaceEvidence(raw: unknown): NamespaceEvidence | undefined {
  const meta = record(record(raw).metadata);
  const name = text(meta.name);
  const uid = text(meta.uid);
  if (!name || !uid) {
    return undefined;
  }
  return {
    name,
    uid,
    labels: texts(meta.labels),
    deletingSince: time(meta.deletionTimestamp),
  };
}
