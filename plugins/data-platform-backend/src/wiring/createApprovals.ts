import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { ApprovalChecker } from '../approvals/ApprovalChecker';
import { draftApproval } from '../approvals/ApprovalDraft';
import { ApprovalNews } from '../approvals/ApprovalNews';
import { Approvals } from '../approvals/Approvals';
import { ApprovalTable } from '../approvals/ApprovalTable';
import { Clock } from '../clusters/Clock';
import { Messenger } from '../notices/Messenger';
import { OperationsHandle } from '../operations/createOperations';
import { OperationTable } from '../operations/OperationTable';
import { Settings } from './readSettings';

export interface ApprovalParts {
  settings: Pick<Settings, 'operations' | 'notifications'>;
  /** With the plugin's migrations applied. */
  database: Knex;
  systems: readonly ResourceSystem[];
  operations: OperationsHandle;
  /** Absent in processes that tell nobody anything. */
  notifications?: NotificationService;
  auditor: AuditorService;
  clock: Clock;
  logger: LoggerService;
  signal: AbortSignal;
}

/** Requests for leave, and what keeps them true. */
export function createApprovals(parts: ApprovalParts): {
  approvals: Approvals;
  checker: ApprovalChecker;
} {
  const { settings, database, systems, clock, logger, signal } = parts;
  const { runner, planner } = parts.operations;
  const { notifications } = parts;
  const table = new ApprovalTable(database);
  const news = new ApprovalNews(
    notifications && new Messenger({ ...parts, notifications }),
  );
  const checker = new ApprovalChecker({
    ...{ table, systems, news, clock, logger },
    operations: new OperationTable(database),
    retentionDays: settings.operations.retentionDays,
  });
  const stop = runner.subscribe(
    id =>
      void checker
        .settle(id)
        .catch(error =>
          logger.warn(
            `The approval of operation ${id} is settled later: ${error}`,
          ),
        ),
  );
  signal.addEventListener('abort', stop, { once: true });
  const approvals = new Approvals({
    ...parts,
    ...{ table, checker, news },
    draft: (request, caller, abort) =>
      draftApproval(planner, request, caller, abort),
  });
  return { approvals, checker };
}
