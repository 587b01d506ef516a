import { refTitle } from '@millrace/backstage-plugin-data-platform-common';
import { Messenger } from '../notices/Messenger';
import { ApprovalRecord } from './ApprovalRecord';

/** What happened to a request that people should hear of. */
export interface ApprovalEvent {
  what:
    | 'requested'
    | 'commented'
    | 'approved'
    | 'rejected'
    | 'withdrawn'
    | 'stale'
    | 'done';
  /** Who did it; absent where nobody did. */
  by?: string;
  text?: string;
  /** Who has said something in it. */
  talkers?: readonly string[];
}

const MAX_TEXT = 1_000;

/** Tells approvers and requesters, by the notifications plugin where there is one. */
export class ApprovalNews {
  readonly #messenger: Pick<Messenger, 'send'> | undefined;

  constructor(messenger: Pick<Messenger, 'send'> | undefined) {
    this.#messenger = messenger;
  }

  /** Never throws, and takes its time: nothing waits for it. */
  async tell(record: ApprovalRecord, event: ApprovalEvent): Promise<void> {
    const { by, text } = event;
    const to = audience(record, event).filter(ref => ref !== by);
    if (to.length === 0) return;
    await this.#messenger?.send({
      recipients: {
        type: 'entity',
        entityRef: to,
        ...(by && { excludeEntityRef: by }),
      },
      payload: {
        title: titleOf(record, event),
        description: (text || record.reason).slice(0, MAX_TEXT),
        link: `/data-platform/approvals?approval=${encodeURIComponent(
          record.id,
        )}`,
        severity: 'normal',
        topic: 'Approvals',
        // What is told later takes the place of what was told before: nobody is asked to decide what is decided.
        scope: `approval ${record.id}`,
      },
    });
  }
}

function audience(
  { requestedBy, approverRefs }: ApprovalRecord,
  { what, talkers = [], by }: ApprovalEvent,
): string[] {
  const everyone = [...new Set([requestedBy, ...approverRefs, ...talkers])];
  switch (what) {
    case 'requested':
    case 'withdrawn':
      return [...approverRefs];
    case 'commented': {
      const others = new Set([requestedBy, ...talkers]);
      others.delete(by ?? '');
      return others.size > 0 ? [...others] : [...approverRefs];
    }
    case 'done':
      return [requestedBy];
    default:
      return everyone;
  }
}

function titleOf(
  { title }: ApprovalRecord,
  { what, by }: ApprovalEvent,
): string {
  const who = refTitle(by ?? '');
  switch (what) {
    case 'requested':
      return `${who} asks for approval: ${title}`;
    case 'commented':
      return `${who} on ${title}`;
    case 'stale':
      return `Ask again: ${title} has changed since`;
    case 'done':
      return `Done: ${title}`;
    case 'withdrawn':
      return `${who} no longer asks for: ${title}`;
    default:
      return `${who} ${what}: ${title}`;
  }
}
