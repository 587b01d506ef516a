export * from './types';
export { Sandbox, createSandboxApi } from './api/Sandbox';
export type { SandboxOptions } from './api/Sandbox';
export type {
  AdmissionHook,
  AdmissionRequest,
} from './admission/AdmissionRequest';
export { ManualClock } from './clock/ManualClock';
export { SystemClock } from './clock/SystemClock';
export { readCrdFiles } from './crdFiles';
export type { SandboxUser } from './http/UserDirectory';
export { SqlitePersistence } from './persistence/SqlitePersistence';
export { startSandbox } from './startSandbox';
export type { RunningSandbox, StartOptions } from './startSandbox';
export { sandboxControllers } from './controllers/sandboxControllers';
export type { ControllerOptions } from './controllers/ControllerOptions';
export { sparkWebhook } from './controllers/spark/sparkWebhook';
export { workspaceWebhook } from './controllers/workspaces/workspaceWebhook';
export { demoContent, demoOperators, demoRbac } from './demo/demoContent';
export { demoUsers } from './demo/demoUsers';
export { portalPolicies } from './demo/portalPolicies';
export { TravelClock } from './demo/TravelClock';
export { demoLakeFs } from './lakefs/demo/demoLakeFs';
export { fillLargeLake } from './lakefs/largeLake';
export { sparkOnBranches } from './lakefs/sparkOnBranches';
export { startLakeFsSandbox } from './lakefs/startLakeFsSandbox';
export type {
  LakeFsStartOptions,
  RunningLakeFs,
} from './lakefs/startLakeFsSandbox';
