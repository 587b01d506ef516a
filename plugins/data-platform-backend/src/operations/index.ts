/** Everything that changes anything: plans, checks and executes what people ask for. */
export { actorOf } from './actorOf';
export { createOperations } from './createOperations';
export type {
  CreateOperationsOptions,
  OperationsHandle,
} from './createOperations';
export { readOperationSettings } from './OperationSettings';
export type { OperationSettings } from './OperationSettings';
export { OperationRefusedError } from './OperationRefusedError';
export { QUOTA_PRESETS } from './presets';
export type { Actor, Caller, OperationsService } from './types';
