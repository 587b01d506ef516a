import { countAt } from '../../values/field';
import { SparkAttempt } from '../../spark/model/sparkAttempt';

/**
 * When the operator should delete a run that is over, epoch ms: it counts `timeToLiveSeconds` from its own record of the
 * end. Undefined where it never will. Source: internal/controller/sparkapplication/controller.go, isExpired.
 */
export function expiresAt(attempt: SparkAttempt): number | undefined {
  const { over, noticedEndAt, object } = attempt;
  const seconds = countAt(object.spec, 'timeToLiveSeconds');
  if (!over || noticedEndAt === undefined || seconds === undefined) {
    return undefined;
  }
  const time = noticedEndAt + seconds * 1000;
  return time <= 8.64e15 ? time : undefined;
}
