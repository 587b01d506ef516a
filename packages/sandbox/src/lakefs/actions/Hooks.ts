import type { LakeFs } from '../LakeFs';
import { LakeFsError } from '../model/LakeFsError';
import { Repository } from '../model/Repository';
import { matches } from './Action';
import { ActionSource } from './ActionSource';
import { EventRecord } from './events';
import { multipleErrors } from './multipleErrors';
import { requestSignal } from './requestSignal';
import { Occasion, runAction } from './runAction';
import { tasksOf } from './Task';
import { WebhookClient } from './WebhookClient';

/** Runs the actions that events call for. */
export class Hooks {
  private readonly lakeFs: LakeFs;
  private readonly client: WebhookClient;
  private readonly environment: Readonly<Record<string, string>>;
  private readonly source: ActionSource;
  private readonly running = new Set<Promise<void>>();
  private readonly abort = new AbortController();

  constructor(
    lakeFs: LakeFs,
    client: WebhookClient,
    environment: Readonly<Record<string, string>>,
  ) {
    this.lakeFs = lakeFs;
    this.client = client;
    this.environment = environment;
    this.source = new ActionSource(lakeFs);
  }

  /**
   * Asks the hooks of an event whether it may happen.
   *
   * @returns the id of the run, which is kept when there were hooks
   * @throws LakeFsError 412 when one says no or the client gives up; 404 and 500 when the actions cannot be read
   */
  async before(
    event: string,
    repository: Repository,
    record: EventRecord,
  ): Promise<string> {
    const runId = this.lakeFs.ids.latestFirst();
    if (repository.info.readOnly) return runId;
    const asked = requestSignal.getStore();
    const signal = asked
      ? AbortSignal.any([this.abort.signal, asked])
      : this.abort.signal;
    try {
      await this.run(runId, { event, repository, record, signal });
    } catch (error) {
      throw error instanceof LakeFsError
        ? error.within(`${event} hook aborted, run id '${runId}'`)
        : error;
    }
    return runId;
  }

  /** Tells the hooks of an event that it happened; what they say changes nothing. */
  after(event: string, repository: Repository, record: EventRecord): void {
    if (repository.info.readOnly) return;
    const runId = this.lakeFs.ids.latestFirst();
    const { signal } = this.abort;
    const work = this.run(runId, { event, repository, record, signal })
      // A failed run is kept as such, and nobody waits for it.
      .catch(() => {})
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /** Says which commit came out of an event whose run did not know it yet. */
  committed(repository: Repository, runId: string, commitId: string): void {
    const run = repository.runs.get(runId);
    if (run) repository.putRun({ ...run, commitId });
  }

  /** Resolves when the hooks of all that has happened have ended. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  /** Ends calls that are under way, and waits for what they leave behind. */
  async stop(): Promise<void> {
    this.abort.abort();
    await this.settled();
  }

  private async run(id: string, occasion: Occasion): Promise<void> {
    const { event, repository, record } = occasion;
    const tasks = this.source
      .actions(repository, record.sourceRef)
      .filter(action => matches(action, event, record.branch ?? ''))
      .map((action, place) => tasksOf(action, place, this.environment))
      .filter(({ length }) => length > 0);
    if (tasks.length === 0) return;
    const { clock } = this.lakeFs;
    const startedAt = clock.now();
    const results = await Promise.all(
      tasks.map(all => runAction(this.client, clock, all, occasion)),
    );
    const faults = results.flatMap(({ fault }) => fault ?? []);
    repository.putRun({
      id,
      event,
      branch: record.branch ?? '',
      commitId: record.commitId ?? '',
      startedAt,
      endedAt: clock.now(),
      passed: faults.length === 0,
      hooks: results.flatMap(({ runs }) => runs),
    });
    if (faults.length > 0) throw new LakeFsError(412, multipleErrors(faults));
  }
}
