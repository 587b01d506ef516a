export { sparkKubeflowIntegration } from './sparkKubeflowIntegration';
export { buildSparkManifest } from './manifest/buildSparkManifest';
export { cronProblem, timeZoneProblem } from './manifest/cronExpression';
export { preflightSpark } from './manifest/preflightSpark';
export { rerunManifest } from './manifest/rerunManifest';
export { runFromDefinition } from './manifest/runFromDefinition';
export { validateSparkManifest } from './manifest/validateSparkManifest';
export {
  SCHEDULED_SPARK_APPLICATION,
  SPARK_API_VERSION,
  SPARK_GROUP,
} from './names';
