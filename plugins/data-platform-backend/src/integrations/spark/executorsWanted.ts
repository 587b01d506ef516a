import { ExecutorsWanted } from '@millrace/backstage-plugin-data-platform-node';
import { ExecutorDemand } from './model/sparkSize';

/** How many executors a definition asks for, as the host keeps it with a run. */
export function executorsWanted(demand: ExecutorDemand): ExecutorsWanted {
  const { dynamic, initial, min, max } = demand;
  return dynamic
    ? { dynamic, instances: initial, min, ...(max !== undefined && { max }) }
    : { dynamic, instances: initial };
}
