import {
  Assessment,
  PlatformResource,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';
import { AssessContext } from '@millrace/backstage-plugin-data-platform-node';
import { buildRow, sameRow, sameValue } from '../assess/buildRow';
import { Guard } from '../assess/Guard';
import { runAssessment } from '../assess/runAssessment';
import { rowFacts, runFacts } from '../assess/runFacts';
import { runId } from '../history/runId';
import { RunRecord } from '../history/types';
import { Join } from '../join/joinResource';
import { Contexts } from './Contexts';
import { Entry } from './Entry';
import { EvidenceIntake } from './EvidenceIntake';
import { runRecord } from './runRecord';
import { RunRecorder } from './RunRecorder';

/** What the judge needs. */
export interface JudgeOptions {
  contexts: Contexts;
  evidence: EvidenceIntake;
  guard: Guard;
  recorder: RunRecorder;
  joinOf(entry: Entry): Join;
  staleOf(entry: Entry): Staleness | undefined;
}

/** Gives entries their verdict, tells the history of it, and makes their rows. */
export class Judge {
  readonly #options: JudgeOptions;
  /** By the row that they go with, which is another after every change. */
  readonly #runs = new WeakMap<PlatformResource, { run?: RunRecord }>();

  constructor(options: JudgeOptions) {
    this.#options = options;
  }

  /** The new row (not set yet), and whether it or the verdict behind it differs from before. */
  judge(
    entry: Entry,
    watched: boolean,
  ): { row: PlatformResource; changed: boolean } {
    const { guard, contexts, recorder, joinOf, staleOf } = this.#options;
    const { definition, object } = entry;
    const known = entry.row !== undefined;
    const first = contexts.of(entry);
    const run = runFacts(definition, object, first, guard);
    const ctx =
      run && this.#attemptBegins(entry, run.attempt)
        ? { ...first, previous: undefined }
        : first;
    const assessment = runAssessment(definition, object, ctx, guard, known);
    const row = buildRow(entry, {
      version: entry.row?.version ?? 0,
      assessment,
      facts: rowFacts(definition, object, ctx, guard),
      run,
      join: joinOf(entry),
      stale: staleOf(entry),
    });
    const changed =
      !entry.row ||
      !sameRow(entry.row, row) ||
      !sameValue(entry.assessment, assessment);
    entry.assessment = assessment;
    if (run && definition.nature === 'run') {
      recorder.observe(entry, row, assessment, run, ctx, watched || known);
    }
    return { row, changed };
  }

  context(entry: Entry): AssessContext {
    return this.#options.contexts.of(entry);
  }

  /** Id in the history of the attempt that the object showed last. */
  runId(entry: Entry): string | undefined {
    return entry.attempt === undefined
      ? undefined
      : runId(entry.source, entry.uid, entry.attempt);
  }

  /** The run that the object shows now, as it would be recorded. */
  runOf(entry: Entry): RunRecord | undefined {
    const { row, assessment } = entry;
    if (!row || !assessment) return undefined;
    let known = this.#runs.get(row);
    if (!known) {
      known = { run: this.#makeRun(entry, row, assessment) };
      this.#runs.set(row, known);
    }
    return known.run;
  }

  #makeRun(
    entry: Entry,
    row: PlatformResource,
    assessment: Assessment,
  ): RunRecord | undefined {
    const { contexts, guard } = this.#options;
    const { definition, object } = entry;
    if (definition.nature !== 'run') return undefined;
    const ctx = contexts.of(entry);
    const facts = runFacts(definition, object, ctx, guard);
    return facts && runRecord({ row, assessment, facts, ctx }, object).run;
  }

  /** The object is gone. What the history was too busy to be told until now is told first. */
  gone(entry: Entry, seen: boolean): void {
    const { recorder } = this.#options;
    if (entry.definition.nature !== 'run') {
      return;
    }
    if (!entry.row || recorder.isWaiting(entry)) {
      this.judge(entry, true);
    }
    recorder.gone(entry, seen);
  }

  /** Whether the object shows another attempt than before. */
  #attemptBegins(entry: Entry, attempt: string): boolean {
    const { contexts, evidence, recorder } = this.#options;
    const before = entry.attempt;
    if (before === attempt) {
      return false;
    }
    entry.attempt = attempt;
    if (before === undefined) {
      return false;
    }
    recorder.attemptEnded(entry);
    evidence.attemptEnded(entry, pod => contexts.belongs(entry, pod));
    return true;
  }
}
