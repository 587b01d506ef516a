import type { KubeObject } from '../../types';
import type { SparkApplicationSpec } from './SparkApplication';

export interface ScheduledSparkApplicationStatus {
  scheduleState?: 'Validating' | 'Scheduled' | 'FailedValidation';
  reason?: string;
  lastRun: string | null;
  nextRun?: string;
  lastRunName?: string;
  pastSuccessfulRunNames?: string[];
  pastFailedRunNames?: string[];
}

export interface ScheduledSparkApplication extends KubeObject {
  spec: {
    schedule: string;
    timeZone?: string;
    template: SparkApplicationSpec;
    suspend?: boolean;
    concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
    successfulRunHistoryLimit?: number;
    failedRunHistoryLimit?: number;
  };
  status?: ScheduledSparkApplicationStatus;
}
