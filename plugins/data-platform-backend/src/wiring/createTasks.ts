import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { ApprovalChecker } from '../approvals/ApprovalChecker';
import { ApprovalTable } from '../approvals/ApprovalTable';
import { Clock } from '../clusters/Clock';
import { Messenger } from '../notices/Messenger';
import { OperationsService } from '../operations/types';
import { RunReader } from '../rollup/RunReader';
import { Sources } from '../sources/types';
import { ResourceIndex } from '../store/types';
import { taskHost } from '../systems/taskHost';
import { PlatformTask } from './PlatformTask';

const APPROVALS_MS = 60_000;

/** What the portal does from time to time: of its own, and what systems bring. */
export function createTasks(parts: {
  systems: readonly ResourceSystem[];
  checker: Pick<ApprovalChecker, 'sweep'>;
  index: ResourceIndex;
  sources: Sources;
  operations: OperationsService;
  runs: RunReader;
  auth: AuthService;
  database: Knex;
  /** Absent in processes that tell nobody anything. */
  notifications?: NotificationService;
  clock: Clock;
  logger: LoggerService;
  signal: AbortSignal;
}): readonly PlatformTask[] {
  const { systems, checker, database, notifications } = parts;
  const messenger = notifications && new Messenger({ ...parts, notifications });
  const approvals = new ApprovalTable(database);
  return [
    {
      id: 'approvals',
      everyMs: APPROVALS_MS,
      run: signal => checker.sweep(signal),
    },
    ...systems.flatMap(system => {
      const host = taskHost(system, { ...parts, approvals, messenger });
      const tasks = system.tasks?.(host) ?? [];
      return tasks.map(task => ({ ...task, id: `${system.id}-${task.id}` }));
    }),
  ];
}
