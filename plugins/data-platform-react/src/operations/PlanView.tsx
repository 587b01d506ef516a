import {
  Plan,
  PlanStep,
} from '@millrace/backstage-plugin-data-platform-common';
import { FindingList } from './FindingList';
import { ManifestText } from './ManifestText';
import styles from './PlanView.module.css';

const IDENTITY: Record<NonNullable<PlanStep['identity']>, string> = {
  user: 'as you',
  bootstrap: 'as the bootstrap identity of the portal',
  portal: 'by the portal',
};

const DRY_RUN: Record<NonNullable<PlanStep['dryRun']>, string> = {
  passed: 'The cluster accepted a trial.',
  skipped: 'Not tried on the cluster yet.',
  failed: 'The cluster refused a trial.',
};

/** The catalog, the portal's own records and other systems are never tried: what they would meet was read for the plan. */
const ON_CLUSTER: readonly PlanStep['verb'][] = ['create', 'patch', 'delete'];

/** What an operation would do, step by step, with what was found against it. */
export function PlanView(props: { plan: Plan }) {
  const { plan } = props;
  return (
    <div className={styles.plan}>
      <FindingList findings={plan.findings} />
      {plan.steps.length > 0 && (
        <ol className={styles.steps} aria-label="What will be done">
          {plan.steps.map(step => (
            <li key={step.id}>
              <Step step={step} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Step(props: { step: PlanStep }) {
  const { step } = props;
  const notes = [
    step.identity && `Done ${IDENTITY[step.identity]}.`,
    step.dryRun && ON_CLUSTER.includes(step.verb) && DRY_RUN[step.dryRun],
  ].filter(Boolean);
  return (
    <>
      <div className={styles.title}>{step.title}</div>
      {notes.length > 0 && <div className={styles.note}>{notes.join(' ')}</div>}
      {step.manifest && (
        <details className={styles.details}>
          <summary>{step.verb === 'call' ? 'Call' : 'Manifest'}</summary>
          <ManifestText text={step.manifest} label={step.title} />
        </details>
      )}
    </>
  );
}
