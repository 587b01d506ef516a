import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { Notice } from './Notice';
import { cannotStart } from './noticeOf';

const MAX_TEXT = 1_000;
const TOPICS: Readonly<Record<string, string>> = {
  schedule: 'Schedules',
  server: 'Notebook servers',
};

/**
 * What the owner reads: what happened, why, what to do, and the way to the run.
 * One scope a job and topic: what is told again takes the place of what was told before.
 */
export function noticeMessage(
  notice: Notice,
  title: string,
): NotificationPayload {
  const { entityRef, topic, state } = notice;
  return {
    title: titleOf(notice, title),
    description: descriptionOf(notice),
    link: linkOf(notice),
    severity: state === 'trouble' ? 'high' : 'normal',
    topic: TOPICS[topic] ?? 'Runs',
    scope: `${entityRef} ${topic}`,
  };
}

function titleOf({ topic, state, row }: Notice, job: string): string {
  if (topic === 'schedule') {
    return state === 'trouble'
      ? `${job}: the schedule does not start runs`
      : `${job}: the schedule starts runs again`;
  }
  if (topic === 'server') {
    return state === 'trouble'
      ? `Notebook server ${job} does not run`
      : `Notebook server ${job} runs again`;
  }
  const trouble = cannotStart(row) ? 'cannot start' : 'failed';
  if (topic !== 'run') return `${job}: a run of a back-fill ${trouble}`;
  return state === 'trouble' ? `${job} ${trouble}` : `${job} succeeds again`;
}

function descriptionOf({ row, state }: Notice): string {
  const { message, nextStep } = row.assessment;
  const parts = state === 'trouble' ? [message, nextStep] : [message];
  return parts.filter(Boolean).join(' ').replaceAll('`', '').slice(0, MAX_TEXT);
}

/** Where the catalog shows the job, with its run open. */
function linkOf({ entityRef, topic, runId }: Notice): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  if (topic === 'server') return `/catalog/${path}`;
  if (topic === 'schedule') return `/catalog/${path}/runs?view=schedule`;
  return runId
    ? `/catalog/${path}/runs?run=${encodeURIComponent(runId)}`
    : `/catalog/${path}/runs`;
}
