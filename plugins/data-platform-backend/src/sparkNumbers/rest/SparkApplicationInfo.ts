import { field, textAt } from '../../integrations/values/field';
import { list } from './figure';

/** An application as the REST API knows it. */
export interface SparkApplicationInfo {
  id: string;
  /** Part of the path where the application has attempts of its own; not on Kubernetes as a rule. */
  attemptId?: string;
  sparkVersion?: string;
}

/** Ids become part of a path. */
const ID = /^[\w.-]{1,200}$/;

/** GET /applications of a driver, which knows one, or GET /applications/{id}. */
export function readApplication(
  json: unknown,
): SparkApplicationInfo | undefined {
  const application = Array.isArray(json) ? json[0] : json;
  const id = textAt(application, 'id');
  if (!id || !isApplicationId(id)) {
    return undefined;
  }
  // The newest attempt comes first.
  const [attempt] = list(field(application, 'attempts'), 1);
  const attemptId = textAt(attempt, 'attemptId');
  const version = textAt(attempt, 'appSparkVersion');
  return {
    id,
    ...(attemptId && isApplicationId(attemptId) && { attemptId }),
    ...(version &&
      /^[\w.+-]{1,40}$/.test(version) && { sparkVersion: version }),
  };
}

/** What may stand in a path: no dots alone, no slashes. */
export function isApplicationId(id: string): boolean {
  return ID.test(id) && !/^\.+$/.test(id);
}
