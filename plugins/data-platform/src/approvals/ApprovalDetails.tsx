import { Link } from '@backstage/ui';
import { Approval } from '@millrace/backstage-plugin-data-platform-common';
import {
  APPROVAL_LOOK,
  FactList,
  formatAbsolute,
  HealthBadge,
  refTitle,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../rollup/EntityLink';
import { approvalSentence } from './approvalSentence';
import { inputFacts, pinFacts } from './inputFacts';
import { portalPath } from './portalPath';
import styles from './approvals.module.css';

/** What is asked for, why it needs leave, and how that stands. */
export function ApprovalDetails(props: { approval: Approval }) {
  const { approval } = props;
  const { state, entityRef, operationId } = approval;
  const link = portalPath(approval.link);
  return (
    <>
      <div className={styles.state}>
        <HealthBadge
          health={APPROVAL_LOOK[state].health}
          label={APPROVAL_LOOK[state].word}
        />
        {entityRef && <EntityLink entityRef={entityRef} />}
        {link && (
          <Link href={link} variant="body-medium">
            See what it would change
          </Link>
        )}
        {operationId && (
          <Link
            href={`/data-platform/activity?operation=${encodeURIComponent(
              operationId,
            )}`}
            variant="body-medium"
          >
            See how it was done
          </Link>
        )}
      </div>
      <p className={styles.sentence}>
        <Sentence text={approvalSentence(approval)} />
      </p>
      <p className={styles.reason}>
        <Sentence text={approval.reason} />
      </p>
      <FactList
        facts={[
          {
            key: 'who',
            label: 'Asked by',
            value: refTitle(approval.requestedBy),
          },
          {
            key: 'when',
            label: 'Asked',
            value: formatAbsolute(approval.requestedAt),
          },
          ...inputFacts(approval.request.input),
          ...pinFacts(approval.pins),
        ]}
      />
    </>
  );
}
