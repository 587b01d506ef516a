import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import { RelatedObject } from '@millrace/backstage-plugin-data-platform-node';

/** What is said of a run, as evidence for its schedule. */
export function childEvidence({
  kind,
  name,
  assessment,
}: RelatedObject): Evidence[] {
  return [
    {
      kind: 'object',
      subject: `${kind} ${name}`,
      reason: assessment.reason,
      message: assessment.message,
      ...(assessment.since && { at: assessment.since }),
    },
  ];
}
