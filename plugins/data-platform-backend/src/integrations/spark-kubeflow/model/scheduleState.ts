/**
 * Values of `status.scheduleState`; empty means that the operator has not written it yet.
 * Source: kubeflow/spark-operator api/v1beta2/scheduledsparkapplication_types.go, ScheduleState.
 */
export const SCHEDULE_STATES = [
  '',
  'Validating',
  'Scheduled',
  'FailedValidation',
] as const;
