import {
  RunDetail,
  TYPE_SPARK_JOB,
} from '@millrace/backstage-plugin-data-platform-common';
import { Clock } from '../clusters/Clock';
import { HistoryStore } from '../history/types';
import { validateSparkJob } from '../operations/jobs/sparkRenderers';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { ManifestCheck } from '../rollup/jobDefinition';
import { JobReader } from '../rollup/JobReader';
import { LatestRuns } from '../rollup/LatestRuns';
import { RunReader } from '../rollup/RunReader';
import { BranchesOfRuns } from '../rollup/BranchesOfRuns';
import { KeptSummaries } from '../rollup/KeptSummaries';
import { SummaryReader } from '../rollup/SummaryReader';
import { Sources } from '../sources/types';
import { IndexReader } from '../store/IndexReader';
import { SourceNews } from '../store/SourceNews';

/** Types of entities that are jobs, and what their manifests must hold to. */
const JOB_CHECKS: ReadonlyMap<string, ManifestCheck> = new Map([
  [TYPE_SPARK_JOB, manifest => validateSparkJob(manifest)],
]);

/** The readers that make verdicts of jobs, products and domains. */
export function createVerdicts(parts: {
  index: IndexReader;
  domains: DomainDirectory;
  entities: EntityDirectory;
  history: HistoryStore;
  branches: BranchesOfRuns;
  sources: Sources;
  sourceNews: SourceNews;
  clock: Clock;
  /** Adds the links to log stores. */
  logLinks(run: RunDetail): RunDetail;
}) {
  const { index, entities, sourceNews, clock } = parts;
  const now = () => clock.now();
  const runs = new RunReader({
    ...parts,
    runOf: ({ row }) => index.runOf(row.id),
  });
  const latest = new LatestRuns(runs, index, now);
  const jobs = new JobReader({
    ...parts,
    runs,
    latest,
    checks: JOB_CHECKS,
    now,
  });
  const jobTypes = new Set(JOB_CHECKS.keys());
  const summaries = new KeptSummaries({
    reader: new SummaryReader({ ...parts, jobs, jobTypes }),
    now,
    changes: [index, entities, sourceNews],
  });
  const stop = () => {
    summaries.stop();
    latest.stop();
  };
  return { runs, jobs, summaries, stop };
}
