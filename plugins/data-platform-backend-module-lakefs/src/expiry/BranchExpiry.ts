import {
  IndexedObject,
  SystemTaskHost,
} from '@millrace/backstage-plugin-data-platform-node';
import { ExpirySettings } from '../config/ExpirySettings';
import { LakefsSource } from '../LakefsSource';
import { BranchObject, KIND_BRANCH } from '../model/objects';
import { headOf } from '../operations/performBranch';
import { BranchRecord } from '../records/BranchRecord';
import { BranchRecords } from '../records/BranchRecords';
import {
  announcementOf,
  EndingBranch,
  expiryNews,
  obituaryOf,
  warningOf,
} from './expiryNews';
import { EndNotice, ExpiryStep, expiryStep } from './expiryStep';
import { holdOf } from './holdOf';

/** In whose name branches are deleted: of the portal itself. */
export const EXPIRY_ACTOR = 'portal:default/branch-expiry';
/** Branches about which servers are asked in one round; the rest waits for the next. */
const MOST_AT_ONCE = 100;
/** For the questions about one branch. */
const LOOK_MS = 20_000;

export interface BranchExpiryParts {
  host: SystemTaskHost;
  sources: readonly LakefsSource[];
  records: BranchRecords;
  settings: ExpirySettings;
  now(): number;
}

/** Warns of the end of branches, and deletes those whose time is over. What is not known for certain stays. */
export class BranchExpiry {
  readonly #parts: BranchExpiryParts;

  constructor(parts: BranchExpiryParts) {
    this.#parts = parts;
  }

  /**
   * One round over all servers, the one that expired first before the others. What fails of one branch stops no other.
   * @throws Error - of the first that failed, after the round
   */
  async round(signal: AbortSignal): Promise<void> {
    const { records, settings, now } = this.#parts;
    const failures: unknown[] = [];
    let left = MOST_AT_ONCE;
    for (const record of await records.expiring(now() + settings.warnMs)) {
      if (signal.aborted || left === 0) break;
      const asked = await this.#attend(record, signal).catch(error => {
        failures.push(error);
        return true;
      });
      if (asked) left -= 1;
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Whether a server was asked. */
  async #attend(record: BranchRecord, signal: AbortSignal): Promise<boolean> {
    const { sources, host } = this.#parts;
    const { server, repository, name, expiresAt } = record;
    const source = sources.find(each => each.name === server);
    const indexed = host.fresh({
      ...{ source: server, kind: KIND_BRANCH, namespace: repository, name },
    });
    if (!source || !indexed || expiresAt === undefined) return false;
    const { spec, status } = indexed.object as BranchObject;
    // What is shown and what is recorded have to agree before anything is done for it.
    const agreed = spec.parent && spec.expiresAt === expiresAt;
    if (!agreed || spec.protectedBy !== undefined) return false;
    // What was dirty when it was last looked at may be so still, whatever the listing has seen of it yet.
    const dirty = record.noticeDirty || (status.uncommitted?.n ?? 0) > 0;
    const seen = { head: status.head, dirty };
    if (this.#step(record, seen).do === 'wait') return false;
    const enough = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
    const look = await this.#look(source, record, enough).catch(
      () => undefined,
    );
    // No answer, or no such branch any more: the next listing tells.
    if (!look) return true;
    const step = this.#step(record, look);
    if (step.do === 'say') await this.#say(record, step.notice, indexed);
    if (step.do === 'delete') {
      await this.#delete(record, look, indexed, signal);
    }
    if (step.do !== 'wait') source.changed(repository);
    return true;
  }

  #step(
    record: BranchRecord,
    look: { head: string; dirty: boolean },
  ): ExpiryStep {
    const { settings, now } = this.#parts;
    const branch = { expiresAt: record.expiresAt!, ...look };
    return expiryStep(branch, noticeOf(record), { now: now(), ...settings });
  }

  /** How the branch stands on the server at this moment. */
  async #look(
    { client }: LakefsSource,
    { repository, name }: BranchRecord,
    signal: AbortSignal,
  ): Promise<{ head: string; dirty: boolean } | undefined> {
    const head = await headOf(client, repository, name, signal);
    if (head === undefined) return undefined;
    const { results } = await client.uncommitted(repository, name, {
      signal,
      amount: 1,
    });
    return { head, dirty: results.length > 0 };
  }

  async #say(
    record: BranchRecord,
    notice: Omit<EndNotice, 'told'>,
    indexed: IndexedObject,
  ): Promise<void> {
    const { host, records, now } = this.#parts;
    const ending = endingOf(record, indexed);
    const words =
      now() < notice.for
        ? warningOf(ending, notice.at)
        : announcementOf(ending, notice);
    const told = await host.notify(expiryNews(ending, words));
    await records.change(record, {
      noticeFor: notice.for,
      noticeAt: notice.at,
      noticeHead: notice.head,
      noticeDirty: notice.dirty,
      noticeTold: told,
      expiryNote:
        notice.dirty && !told
          ? 'it is kept: data lies uncommitted on it, and nobody could be told that it would be lost'
          : undefined,
    });
  }

  async #delete(
    record: BranchRecord,
    { head, dirty }: { head: string; dirty: boolean },
    indexed: IndexedObject,
    signal: AbortSignal,
  ): Promise<void> {
    const { host, records } = this.#parts;
    const { server, repository, name } = record;
    const hold = await holdOf(host, {
      source: server,
      repository,
      branch: name,
    });
    if (hold) {
      await records.change(record, { expiryNote: `it is kept while ${hold}` });
      return;
    }
    const done = await host.operate(
      {
        operation: 'lakefs:branch-delete',
        resourceId: indexed.row.id,
        input: { branch: name, head, ...(!dirty && { clean: true }) },
      },
      EXPIRY_ACTOR,
      signal,
    );
    const problem = 'refused' in done ? done.refused : done.operation.error;
    if (problem) {
      const note = `deleting it failed and is tried again: ${problem}`;
      await records.change(record, { expiryNote: note.replace(/\.$/, '') });
      return;
    }
    await records.change(record, { expiryNote: undefined });
    const ending = endingOf(record, indexed);
    await host.notify(expiryNews(ending, obituaryOf(ending)));
  }
}

function noticeOf(record: BranchRecord): EndNotice | undefined {
  const { noticeFor, noticeAt, noticeHead } = record;
  if (noticeFor === undefined || noticeAt === undefined || !noticeHead) {
    return undefined;
  }
  return {
    for: noticeFor,
    at: noticeAt,
    head: noticeHead,
    dirty: record.noticeDirty ?? false,
    told: record.noticeTold ?? false,
  };
}

function endingOf(
  { server, repository, name, owner, createdBy }: BranchRecord,
  { row }: IndexedObject,
): EndingBranch {
  const { entityRef } = row;
  const told = owner ?? createdBy ?? row.ownerRef;
  return {
    ...{ source: server, repository, name },
    ...(entityRef && { entityRef }),
    ...(told && { owner: told }),
  };
}
