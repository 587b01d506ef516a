import { UsageRecord } from '../../executors/UsageRecord';
import { HistoryStore, RunRecord } from '../../history/types';

/** A history that only remembers what it was told. */
export class RecordingHistory implements HistoryStore {
  readonly told: RunRecord[] = [];
  readonly gone: { uid: string; seen: boolean }[] = [];
  readonly reconciled: { kind: string; present: string[] }[] = [];
  saturated = false;

  /** `attempt health/reason outcome`, each change once. */
  get story(): string[] {
    const lines = this.told.map(({ attempt, assessment, outcome }) =>
      [attempt, `${assessment.health}/${assessment.reason}`, outcome]
        .filter(Boolean)
        .join(' '),
    );
    return lines.filter((line, index) => line !== lines[index - 1]);
  }

  record(run: RunRecord): void {
    this.told.push(run);
  }

  recordLog(): void {}

  recordNumbers(): void {}

  readonly usages = new Map<string, UsageRecord>();

  recordUsage(runId: string, usage: UsageRecord): void {
    this.usages.set(runId, usage);
  }

  async usage(runId: string) {
    return this.usages.get(runId);
  }

  recordDefinition(): void {}

  recordGone(
    _source: string,
    uid: string,
    _at: string,
    { seen = true }: { seen?: boolean } = {},
  ): void {
    this.gone.push({ uid, seen });
  }

  reconcile(scope: { kind: string }, present: ReadonlySet<string>): void {
    this.reconciled.push({ kind: scope.kind, present: [...present] });
  }

  async query() {
    return [];
  }

  async stats() {
    return { finished: 0, succeeded: 0 };
  }

  async get() {
    return undefined;
  }

  async flush(): Promise<void> {}

  async stop(): Promise<void> {}
}
