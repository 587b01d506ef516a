import { ExecutorLife } from './ExecutorLife';
import { foldLives, MAX_LIVES, UsageRecord } from './UsageRecord';

const VERSION = 1;

/** Id, then created, started and ended as ms after the first of all, cores, GiB, GPUs. */
type Row = [
  string,
  number,
  number | null,
  number | null,
  number,
  number,
  number,
];

/** A record as text for the database: 40 bytes an executor. */
export function usageText(usage: UsageRecord): string {
  const { lives, ...rest } = bounded(usage);
  const base = lives.reduce(
    (min, { createdAt }) => Math.min(min, createdAt),
    usage.until,
  );
  const after = (at: number | undefined) =>
    at === undefined ? null : at - base;
  const rows = lives.map<Row>(life => [
    life.id,
    life.createdAt - base,
    after(life.startedAt),
    after(life.endedAt),
    life.cores,
    life.gib,
    life.gpus,
  ]);
  return JSON.stringify({ version: VERSION, base, rows, ...rest });
}

/** The record that a text holds; undefined for one of another version of this plugin. */
export function parseUsage(text: string): UsageRecord | undefined {
  const { version, base, rows, ...rest } = JSON.parse(text) as Omit<
    UsageRecord,
    'lives'
  > & { version: number; base: number; rows: Row[] };
  if (version !== VERSION) return undefined;
  const lives = rows.map<ExecutorLife>(
    ([id, created, started, ended, cores, gib, gpus]) => ({
      id,
      createdAt: base + created,
      ...(started !== null && { startedAt: base + started }),
      ...(ended !== null && { endedAt: base + ended }),
      cores,
      gib,
      gpus,
    }),
  );
  return { ...rest, lives };
}

/** Of too many executors those that ended first are summed up. */
function bounded(usage: UsageRecord): UsageRecord {
  const surplus = usage.lives.length - MAX_LIVES;
  if (surplus <= 0) return usage;
  const ended = usage.lives
    .filter(life => life.endedAt !== undefined)
    .sort((a, b) => a.endedAt! - b.endedAt!)
    .slice(0, surplus);
  const summed = new Set(ended.map(({ id }) => id));
  return {
    ...usage,
    lives: usage.lives.filter(({ id }) => !summed.has(id)),
    folded: foldLives(ended, usage.folded),
  };
}
