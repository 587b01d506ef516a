export { sparkKubeflowIntegration } from './sparkKubeflowIntegration';
export {
  buildSparkManifest,
  DEFAULT_TTL_SECONDS,
  SPARK_SERVICE_ACCOUNT,
  type SparkJobForm,
  type SparkPodForm,
} from './manifest/buildSparkManifest';
export { cronProblem, timeZoneProblem } from './manifest/cronExpression';
export { preflightSpark, type SparkNamespace } from './manifest/preflightSpark';
export { rerunManifest } from './manifest/rerunManifest';
export {
  runFromDefinition,
  type RunIdentity,
} from './manifest/runFromDefinition';
export { runName, sparkNameProblem } from './manifest/sparkName';
export { validateSparkManifest } from './manifest/validateSparkManifest';
export {
  SCHEDULED_SPARK_APPLICATION,
  SPARK_API_VERSION,
  SPARK_APPLICATION,
  SPARK_GROUP,
} from './names';
