import { countAt, textAt } from '../../values/field';
import { RestartPolicy } from '../../spark/model/restartPolicy';

/** Source: kubeflow/spark-operator pkg/util/sparkapplication.go, ShouldRetry: no number of retries means none. */
export function restartPolicy(spec: unknown): RestartPolicy {
  switch (textAt(spec, 'restartPolicy', 'type')) {
    case 'Always':
      return { always: true };
    case 'OnFailure':
      return {
        always: false,
        maxExecutions:
          1 + (countAt(spec, 'restartPolicy', 'onFailureRetries') ?? 0),
        maxSubmissions:
          1 +
          (countAt(spec, 'restartPolicy', 'onSubmissionFailureRetries') ?? 0),
      };
    default:
      return { always: false, maxExecutions: 1, maxSubmissions: 1 };
  }
}
