export { connectionFromFile, connectionFromKubeconfig } from './Connection';
export type { Connection } from './Connection';
export { runLakeFsConformance } from './lakefs/runLakeFsConformance';
export { CHECKS, runConformance } from './runConformance';
export type {
  CheckResult,
  ConformanceOptions,
  Summary,
} from './runConformance';
