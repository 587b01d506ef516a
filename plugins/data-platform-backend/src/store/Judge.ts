import {
  Assessment,
  Fact,
  LABEL_SERIES,
  PlatformResource,
  Staleness,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  AssessContext,
  RunFacts,
  SparkSession,
} from '@millrace/backstage-plugin-data-platform-node';
import { sparkSession } from '../assess/sparkSession';
import { workbenchFacts } from '../assess/workbenchFacts';
import { buildRow, sameRow, sameValue } from '../assess/buildRow';
import { Guard } from '../assess/Guard';
import { ExecutorBook } from '../executors/ExecutorBook';
import { figuresFact } from '../executors/figures';
import { runAssessment } from '../assess/runAssessment';
import { rowFacts, runFacts } from '../assess/runFacts';
import { runId } from '../history/runId';
import { RunRecord } from '../history/types';
import { Join } from '../join/joinResource';
import { OperatorBook } from '../operators/OperatorBook';
import { Contexts } from './Contexts';
import { Entry } from './Entry';
import { EvidenceIntake } from './EvidenceIntake';
import { JobLines } from './JobLines';
import { runRecord } from './runRecord';
import { RunNumbers } from './RunNumbers';
import { RunRecorder } from './RunRecorder';
import { SharedValues } from './SharedValues';

/** What the judge needs. */
export interface JudgeOptions {
  contexts: Contexts;
  evidence: EvidenceIntake;
  guard: Guard;
  recorder: RunRecorder;
  operators: OperatorBook<Entry>;
  lines: JobLines;
  executors: ExecutorBook<Entry>;
  numbers?: RunNumbers;
  /** Told of every verdict that is another than before. */
  onVerdict?(news: VerdictNews): void;
  joinOf(entry: Entry): Join;
  staleOf(entry: Entry): Staleness | undefined;
}

/** A verdict that is another than before. */
export interface VerdictNews {
  before?: PlatformResource;
  row: PlatformResource;
  /** Id in the history of the run that the object shows. */
  runId?: string;
  /** The operation (back-fill) that made the run. */
  series?: string;
  /** The object was found like this by the first list of its kind: it is no news. */
  found: boolean;
}

/** Gives entries their verdict, tells the history of it, and makes their rows. */
export class Judge {
  readonly #options: JudgeOptions;
  readonly #shared = new SharedValues();
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
    const { guard, contexts, executors, lines, recorder, joinOf, staleOf } =
      this.#options;
    const { definition, object } = entry;
    const known = entry.row !== undefined;
    const first = contexts.of(entry);
    const run = runFacts(definition, object, first, guard);
    const ctx =
      run && this.#attemptBegins(entry, run.attempt)
        ? { ...first, previous: undefined }
        : first;
    const assessment = this.#compact(
      runAssessment(definition, object, ctx, guard, known),
    );
    const session = sparkSession(definition, object, ctx, guard);
    if (run && definition.nature === 'run') executors.watch(entry, run, ctx);
    const made = buildRow(entry, {
      version: entry.row?.version ?? 0,
      assessment,
      facts: [
        ...rowFacts(definition, object, ctx, guard),
        ...this.#executorFact(entry, run),
        ...(this.#options.numbers?.facts(
          entry.id,
          run?.attempt ?? session?.id,
        ) ?? []),
      ].map(fact => this.#shared.of(fact)),
      run,
      join: joinOf(entry),
      stale: staleOf(entry),
    });
    const row = lines.supersedes(entry, made)
      ? { ...made, superseded: true }
      : made;
    const workbench = workbenchFacts(definition, object, ctx, guard);
    const changed =
      !entry.row ||
      !sameRow(entry.row, row) ||
      !sameValue(entry.assessment, assessment) ||
      !sameValue(entry.workbench, workbench);
    entry.assessment = assessment;
    entry.lookAgainAt =
      run?.lookAgainAt !== undefined && run.lookAgainAt > ctx.now
        ? run.lookAgainAt
        : undefined;
    entry.workbench = workbench;
    this.#trace(entry, ctx);
    if (run && definition.nature === 'run') {
      recorder.observe(entry, row, assessment, run, ctx, watched || known);
      this.#options.numbers?.observe(row, run);
    } else {
      this.#observeSession(entry, row, session);
    }
    if (changed) {
      const idOfRun = () => this.runId(entry);
      this.#options.onVerdict?.({
        before: entry.row,
        row,
        // Few ask for it, and it takes longer than all else here.
        get runId() {
          return idOfRun();
        },
        series: object.metadata.labels?.[LABEL_SERIES],
        found: entry.early && !known,
      });
    }
    return { row, changed };
  }

  /** The same verdict, with what many verdicts have in common with them. */
  #compact(assessment: Assessment): Assessment {
    const { reason, message, nextStep, since, evidence, remedies } = assessment;
    return {
      ...assessment,
      reason: this.#shared.of(reason),
      message: this.#shared.of(message),
      ...(nextStep && { nextStep: this.#shared.of(nextStep) }),
      evidence:
        evidence.length === 0
          ? this.#shared.of(evidence)
          : evidence.map(each => ({
              ...each,
              message: this.#shared.of(each.message),
              at: each.at === since ? since : each.at,
            })),
      remedies: this.#shared.of(remedies),
    };
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
      this.#observeSession(entry);
      return;
    }
    if (!entry.row || recorder.isWaiting(entry)) {
      this.judge(entry, true);
    }
    recorder.gone(entry, seen);
    this.#options.executors.close(entry);
    this.#options.numbers?.gone(entry.id);
  }

  /** Only of a run that is over: while it runs, the figure grows with every second and is no news. */
  #executorFact(entry: Entry, run: RunFacts | undefined): Fact[] {
    const figures = run?.outcome && this.#options.executors.figures(entry);
    return figures ? [figuresFact(figures)] : [];
  }

  #observeSession(
    entry: Entry,
    row?: PlatformResource,
    session?: SparkSession,
  ): void {
    const { numbers } = this.#options;
    if (row && session) {
      const { id: attempt, application: spark } = session;
      numbers?.observe(row, { attempt, spark });
    } else if (entry.session !== undefined) {
      numbers?.gone(entry.id);
    }
    entry.session = session?.id;
  }

  #trace(entry: Entry, ctx: AssessContext): void {
    const { guard, operators } = this.#options;
    const { definition, object } = entry;
    if (definition.operatorTrace) {
      const trace = guard.run(
        `${definition.kind} operatorTrace`,
        () => definition.operatorTrace?.(object, ctx),
        () => undefined,
      );
      operators.observe(entry, trace);
    }
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
