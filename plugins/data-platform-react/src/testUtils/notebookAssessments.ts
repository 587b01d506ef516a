import { Assessment } from '@millrace/backstage-plugin-data-platform-common';
import { Ago } from './assessments';

export type NotebookVerdict =
  | 'inUse'
  | 'idleGpu'
  | 'crashLoop'
  | 'noQuota'
  | 'stopped'
  | 'workspace';

/** One verdict per state of a notebook server. */
export function notebookAssessments(
  ago: Ago,
): Record<NotebookVerdict, Assessment> {
  return {
    inUse: {
      health: 'healthy',
      reason: 'Running',
      message: 'Running; last used 4 min ago.',
      since: ago(600),
      evidence: [
        {
          kind: 'pod',
          subject: 'pod ada-orders-0',
          reason: 'Running',
          message: 'The container runs and is ready.',
          at: ago(600),
        },
      ],
      remedies: [],
    },
    idleGpu: {
      health: 'degraded',
      reason: 'IdleWithGpu',
      message: 'Idle for 6 h while it holds 2 GPUs.',
      nextStep: 'Stop it; its volumes stay.',
      since: ago(360),
      evidence: [],
      remedies: [],
    },
    crashLoop: {
      health: 'failed',
      reason: 'CrashLoop',
      message:
        'It crashes at start again and again (exit code 1, 7 times in 40 min).',
      nextStep: 'Read the last lines of its log.',
      since: ago(40),
      evidence: [
        {
          kind: 'log',
          subject: 'pod forecast-lab-0',
          message: 'ModuleNotFoundError: No module named notebook',
        },
      ],
      remedies: [],
    },
    noQuota: {
      health: 'failed',
      reason: 'QuotaExceeded',
      message:
        'It cannot start: it asks for 16 CPU, the quota of the domain has 5 of 8 left.',
      nextStep: 'Change its size to 5 CPU or less.',
      since: ago(12),
      evidence: [],
      remedies: [],
    },
    stopped: {
      health: 'suspended',
      reason: 'Culled',
      message: 'Stopped 15 h ago because nobody used it for 24 h.',
      nextStep: 'Start it; its volumes are as they were.',
      since: ago(900),
      evidence: [],
      remedies: [],
    },
    workspace: {
      health: 'healthy',
      reason: 'Running',
      message: 'Running for 10 h.',
      since: ago(600),
      evidence: [],
      remedies: [],
    },
  };
}
