import { Alert } from '@backstage/ui';
import { Finding, Plan } from '@millrace/backstage-plugin-data-platform-common';
import { approvalNeedOf } from '../approvals/approvalNeedOf';
import { Sentence } from '../components/Sentence';
import { FindingList } from '../operations/FindingList';
import { PlanView } from '../operations/PlanView';
import { refusalTitle } from '../operations/refusalTitle';
import styles from './forms.module.css';

/** What the form would do as it stands, and what was found that belongs to none of its fields. */
export function FormPlan(props: {
  plan: Plan | undefined;
  error: Error | undefined;
  loading: boolean;
  /** The form holds all that the operation needs. */
  complete: boolean;
  findings: readonly Finding[];
  /** Said while the form is not complete. */
  emptyHint?: string;
  hideSteps?: boolean;
  /** Something is marked at its field, so that there is nothing to check yet. */
  wrong?: boolean;
}) {
  const { plan, error, loading, complete, findings, hideSteps } = props;
  return (
    <section
      className={styles.section}
      aria-label="What this would do"
      aria-busy={loading}
    >
      <h3 className={styles.sectionTitle}>What this would do</h3>
      <p className={styles.quiet} role="status">
        {sentenceOf(props)}
      </p>
      {error && (
        <Alert
          status="danger"
          icon
          title={refusalTitle(error)}
          description={<Sentence text={error.message} />}
        />
      )}
      <FindingList findings={findings} />
      {plan && complete && !hideSteps && (
        <PlanView plan={{ ...plan, findings: [] }} />
      )}
    </section>
  );
}

function sentenceOf(state: {
  plan: Plan | undefined;
  error: Error | undefined;
  loading: boolean;
  complete: boolean;
  emptyHint?: string;
  wrong?: boolean;
}): string {
  if (state.wrong) {
    return 'Put right what is marked first; then what this would do is shown here.';
  }
  if (!state.complete) {
    return (
      state.emptyHint ?? 'Fill in the form; what it would do is shown here.'
    );
  }
  if (state.loading) {
    return 'Checking …';
  }
  if (state.error) {
    return '';
  }
  if (approvalNeedOf(state.plan).missingOnly) {
    return 'Checked: this can be done once it is approved.';
  }
  return state.plan?.ok
    ? 'Checked: this can be done.'
    : 'This cannot be done yet; see what was found.';
}
