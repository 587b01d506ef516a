import { SparkSettings } from './sparkSettings';
import type { SparkAttempt } from './sparkAttempt';

/** What differs between operators once an attempt has been read: names of settings, and records in their own words. */
export interface SparkOperator {
  settings: SparkSettings;
  /** The object keeps the states of its executors after their pods are gone. */
  recordsExecutors: boolean;
  /** Setting of the operator that lists the namespaces it works for. */
  namespacesSetting: string;
  /** Why a run failed that left neither a pod nor an exit code. */
  unexplained(attempt: SparkAttempt): FailureCause;
}

/** Why something failed, and what to do about it. */
export interface FailureCause {
  /** Short, CamelCase, stable. */
  reason: string;
  /** One sentence, with its full stop. */
  message: string;
  /** One imperative sentence. */
  nextStep?: string;
}
