import { Alert, Link } from '@backstage/ui';
import { Approval } from '@millrace/backstage-plugin-data-platform-common';
import { approvalPath } from './approvalPath';
import { approverNames } from './approverNames';

/** Says that leave was asked for, of whom, and where it goes on. */
export function AskedNote(props: { approval: Approval }) {
  const { id, title, approverRefs, state } = props.approval;
  return (
    <Alert
      status="success"
      icon
      title={state === 'approved' ? `${title}: approved.` : `${title}: asked.`}
      description={
        state === 'approved'
          ? 'Open it again: it can be done now.'
          : `It is decided by ${approverNames(
              approverRefs,
            )}. Once it is approved, it can be done from this same dialog.`
      }
      customActions={
        <Link href={approvalPath(id)} variant="body-medium">
          Open the request
        </Link>
      }
    />
  );
}
