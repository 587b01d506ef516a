import { Evidence } from '@millrace/backstage-plugin-data-platform-common';
import { SparkAttempt } from '../model/sparkAttempt';
import { SPARK_APPLICATION } from '../names';
import { at } from '../../verdicts/verdict';

/** What the object itself says, word for word. */
export function objectEvidence(attempt: SparkAttempt): Evidence {
  return {
    kind: 'object',
    subject: `${SPARK_APPLICATION} ${attempt.name}`,
    reason: attempt.state || 'no state',
    message: attempt.errorMessage ?? 'The object gives no message',
    ...at(attempt.noticedEndAt ?? attempt.submittedAt),
  };
}
