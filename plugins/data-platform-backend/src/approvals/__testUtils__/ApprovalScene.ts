import { mockServices } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { ResourceSystem } from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { FastClock } from '../../operations/__testUtils__/FastClock';
import { ApprovalChecker } from '../ApprovalChecker';
import { ApprovalDraft } from '../ApprovalDraft';
import { ApprovalNews } from '../ApprovalNews';
import { Approvals } from '../Approvals';
import { ApprovalTable } from '../ApprovalTable';
import { Reviewer } from '../rights';
import { record } from './records';

/** Approvals on a database, with a server whose branches a test moves. */
export class ApprovalScene {
  readonly clock = new FastClock();
  readonly table: ApprovalTable;
  readonly told: NotificationSendOptions[] = [];
  readonly audited = mockServices.auditor.mock();
  readonly operations = { get: jest.fn() };
  /** What the plan of a request says now. */
  draft: ApprovalDraft = draftOf();
  /** Why what was looked at is not there any more; an error where the server does not answer. */
  drift: string | Error | undefined;

  constructor(db: Knex) {
    this.table = new ApprovalTable(db);
  }

  /** A portal on it; a second one is another replica. */
  start() {
    const news = new ApprovalNews({
      send: async message => {
        this.told.push(message);
        return true;
      },
    });
    const checker = new ApprovalChecker({
      ...{ table: this.table, news, clock: this.clock, retentionDays: 30 },
      operations: this.operations,
      systems: [this.#system()],
      logger: mockServices.logger.mock(),
    });
    const approvals = new Approvals({
      ...{ table: this.table, checker, news, clock: this.clock },
      auditor: this.audited,
      draft: async () => this.draft,
    });
    return { approvals, checker };
  }

  /** Who was told what since the last look: a line each. */
  async news(): Promise<string[]> {
    await new Promise(resolve => setImmediate(resolve));
    return this.told.splice(0).map(({ recipients, payload }) => {
      const to = recipients.type === 'entity' ? recipients.entityRef : [];
      return `${[to].flat().join(', ')}: ${payload.title}`;
    });
  }

  #system(): ResourceSystem {
    const operation = {
      id: 'toys:merge',
      drifted: async () => {
        if (this.drift instanceof Error) throw this.drift;
        return this.drift;
      },
    };
    return {
      ...{ id: 'toys', title: 'Toys', resources: [], sources: [] },
      operations: [operation as any],
    };
  }
}

/** What is asked for, of these pins. */
export function draftOf(pins = { source: 'c1' }): ApprovalDraft {
  const {
    id: _id,
    requestedBy: _by,
    requestedAt: _at,
    state: _state,
    commentCount: _count,
    ...draft
  } = record();
  return { ...draft, pins };
}

/** Who asks, as routes hand them on. */
export function asking(reviewer: Reviewer) {
  return { caller: {} as any, reviewer };
}
