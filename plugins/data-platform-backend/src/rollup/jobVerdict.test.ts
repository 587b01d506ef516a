import {
  Assessment,
  Health,
  Outcome,
} from '@millrace/backstage-plugin-data-platform-common';
import { NOW, verdict } from '../http/__testUtils__/rows';
import { JobRun } from './JobRun';
import { JobState, jobVerdict } from './jobVerdict';

const minutesAgo = (minutes: number) =>
  new Date(NOW - minutes * 60_000).toISOString();

const run = (
  name: string,
  outcome: Outcome | undefined,
  health: Health,
  message: string,
  more: Partial<JobRun> = {},
): JobRun => ({
  id: name,
  source: 'eu-1',
  group: 'sparkoperator.k8s.io',
  kind: 'SparkApplication',
  name,
  uid: name,
  attempt: '1',
  live: false,
  ...(outcome && { outcome, finishedAt: minutesAgo(10) }),
  assessment: { health, reason: 'Reason', message },
  ...more,
});
const live = (
  outcome: Outcome | undefined,
  assessment: Partial<Assessment>,
): JobRun => {
  const full = verdict({ ...(outcome && { outcome }), ...assessment });
  return run('live', outcome, full.health, full.message, { live: true, full });
};

const ok = run('ok', 'succeeded', 'healthy', 'Succeeded 3 h ago in 12 min.');
const bad = run('bad', 'failed', 'failed', 'Failed 10 min ago: OOMKilled.');
const running = live(undefined, {
  health: 'progressing',
  message: 'Running with 2 of 3 executors.',
});
const stopped = run('stopped', 'cancelled', 'suspended', 'Stopped by ada.');

const job = (parts: Partial<JobState>): JobState => ({
  title: 'orders-daily',
  definition: {},
  runs: [],
  source: 'eu-1',
  domainRef: 'domain:default/sales',
  warming: false,
  now: NOW,
  ...parts,
});

const suspended = verdict({
  health: 'suspended',
  reason: 'Suspended',
  message: 'The schedule is suspended.',
});
const overdue = verdict({
  health: 'degraded',
  reason: 'Overdue',
  message: 'The run of 02:00 has not started.',
});
const waiting = verdict({ message: 'The next run starts at 02:00.' });
const broken = {
  problem: 'The manifest is not valid YAML (line 3, column 1).',
  nextStep: 'Correct spec.manifest of the component.',
};

describe('jobVerdict', () => {
  it.each<[string, Partial<JobState>, Health, string]>([
    ['never run', {}, 'unknown', 'orders-daily has never run.'],
    [
      'clusters not read yet',
      { warming: true },
      'unknown',
      'The clusters are still being read.',
    ],
    [
      'nowhere to run',
      { source: undefined },
      'unknown',
      'orders-daily has never run: no namespace of domain:default/sales is known on any cluster.',
    ],
    ['succeeded and expired', { runs: [ok] }, 'healthy', ok.assessment.message],
    [
      'failed and expired',
      { runs: [bad, ok] },
      'failed',
      bad.assessment.message,
    ],
    [
      'succeeded after a failure',
      { runs: [ok, bad] },
      'healthy',
      ok.assessment.message,
    ],
    [
      'running',
      { runs: [running, ok] },
      'progressing',
      'Running with 2 of 3 executors.',
    ],
    [
      'running after a failure',
      { runs: [running, stopped, bad] },
      'progressing',
      'Running with 2 of 3 executors. The previous run failed.',
    ],
    [
      'live and failed',
      {
        runs: [live('failed', { health: 'failed', message: 'No image.' }), ok],
      },
      'failed',
      'No image.',
    ],
    [
      'stopped after a success',
      { runs: [stopped, ok] },
      'healthy',
      'The latest run was stopped 10 min ago; the one before: Succeeded 3 h ago in 12 min.',
    ],
    [
      'stopped after a failure stays failed',
      { runs: [stopped, bad] },
      'failed',
      'The latest run was stopped 10 min ago; the one before: Failed 10 min ago: OOMKilled.',
    ],
    [
      'stopped and nothing before',
      { runs: [stopped] },
      'unknown',
      'The latest run was stopped 10 min ago; no run has finished yet.',
    ],
    [
      'vanished, nobody saw how it ended',
      {
        runs: [
          run('gone', undefined, 'progressing', 'How it ended is not known.'),
        ],
      },
      'unknown',
      'How it ended is not known.',
    ],
    [
      'a schedule that waits',
      { schedule: waiting },
      'healthy',
      waiting.message,
    ],
    [
      'a suspended schedule, last run fine',
      { schedule: suspended, runs: [ok] },
      'suspended',
      'The schedule is suspended.',
    ],
    [
      'a suspended schedule does not hide a failure',
      { schedule: suspended, runs: [bad] },
      'failed',
      bad.assessment.message,
    ],
    [
      'an overdue schedule, last run fine',
      { schedule: overdue, runs: [ok] },
      'degraded',
      'The run of 02:00 has not started.',
    ],
    [
      'a definition that cannot run',
      { definition: broken },
      'failed',
      'orders-daily cannot run. The manifest is not valid YAML (line 3, column 1).',
    ],
    [
      'a broken definition outranks a success of before',
      { definition: broken, runs: [ok] },
      'failed',
      'orders-daily cannot run. The manifest is not valid YAML (line 3, column 1).',
    ],
    [
      'a broken definition while the last good one still runs',
      { definition: broken, runs: [running] },
      'degraded',
      'A run is under way, but the next one cannot start. orders-daily cannot run. The manifest is not valid YAML (line 3, column 1).',
    ],
    [
      'a cluster that does not answer',
      {
        runs: [running],
        stale: {
          since: '2026-03-02T08:58:00Z',
          message: 'Cluster eu-1 has not answered since 09:00.',
        },
      },
      'progressing',
      'Showing the state of 08:58 UTC: Cluster eu-1 has not answered since 09:00. Running with 2 of 3 executors.',
    ],
  ])('%s', (_name, state, health, message) => {
    expect(jobVerdict(job(state))).toMatchObject({ health, message });
  });

  it('offers to run what has never run', () => {
    const { nextStep, remedies } = jobVerdict(job({}));
    expect(nextStep).toBe('Press Run now.');
    expect(remedies).toEqual([
      { text: 'Press Run now.', operation: 'spark-job:run' },
    ]);
  });

  it('keeps as evidence what does not speak', () => {
    const { evidence } = jobVerdict(job({ schedule: suspended, runs: [bad] }));
    expect(evidence.map(one => one.message)).toEqual([
      bad.assessment.message,
      'The schedule is suspended.',
    ]);
    const [, previous] = jobVerdict(
      job({ runs: [running, bad], schedule: waiting }),
    ).evidence.concat(verdict({}).evidence);
    expect(previous).toBeUndefined();
  });

  it('is of the outcome of the latest run', () => {
    expect(jobVerdict(job({ runs: [bad] })).outcome).toBe('failed');
    expect(jobVerdict(job({ runs: [running, bad] })).outcome).toBeUndefined();
  });
});
