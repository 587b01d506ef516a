import { SparkApplicationInfo } from '../rest/SparkApplicationInfo';
import { TaskSpread } from '../rest/TaskSpread';

/** What need not be asked again of an application. */
export interface ReadMemory {
  application?: SparkApplicationInfo;
  /** The list of its stages has become too long. */
  partial?: boolean;
  /** By stage; `final` when it was over then. */
  readonly spreads: Map<string, { spread?: TaskSpread; final: boolean }>;
}

export function readMemory(): ReadMemory {
  return { spreads: new Map() };
}
