import { lazy, Suspense } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiArrowGoBackLine } from '@remixicon/react';
import {
  LakefsBranch,
  LakefsCommit,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  OperationButton,
  safeUrl,
} from '@millrace/backstage-plugin-data-platform-react';
import { CommitLine } from './CommitLine';
import styles from './branch.module.css';

const RevertDialog = lazy(() =>
  import('../actions/RevertDialog').then(m => ({ default: m.RevertDialog })),
);

/** Where the portal tells who did what. */
const ACTIVITY = '/data-platform/activity';

/** A commit as an item of the log, with the way to what the portal knows of it. */
export function CommitItem(props: {
  branch: LakefsBranch;
  commit: LakefsCommit;
  /** Whether it can be taken back; undefined where that is no question. */
  revert: OperationAvailability | undefined;
}) {
  const { branch, commit, revert } = props;
  const dialogApi = useApi(dialogApiRef);
  const rest = commit.fullMessage.split('\n').slice(1).join('\n').trim();
  return (
    <li className={styles.commitItem}>
      <div className={styles.commitText}>
        <CommitLine commit={commit}>
          <CommitLinks commit={commit} />
        </CommitLine>
        {rest && <p className={styles.rest}>{rest}</p>}
      </div>
      {revert && (
        <OperationButton
          availability={revert}
          icon={<RiArrowGoBackLine />}
          onPress={() =>
            dialogApi.open(({ dialog }) => (
              <Suspense fallback={null}>
                <RevertDialog
                  branch={branch}
                  commit={commit}
                  onClose={() => dialog.close()}
                />
              </Suspense>
            ))
          }
        />
      )}
    </li>
  );
}

function CommitLinks(props: { commit: LakefsCommit }) {
  const { operationId, origin, link, url } = props.commit;
  const told = link && safeUrl(link);
  const inLakefs = url && safeUrl(url);
  return (
    <>
      {origin === 'portal' && operationId && (
        <Link
          href={`${ACTIVITY}?operation=${encodeURIComponent(operationId)}`}
          variant="body-small"
        >
          How it was done
        </Link>
      )}
      {/* Anybody can write a link into a commit: only that of the portal's own goes without its address. */}
      {origin === 'claimed' && told && (
        <Link
          href={told}
          target="_blank"
          rel="noopener noreferrer"
          variant="body-small"
        >
          {told}
        </Link>
      )}
      {inLakefs && (
        <Link
          href={inLakefs}
          target="_blank"
          rel="noopener noreferrer"
          variant="body-small"
        >
          In lakeFS
        </Link>
      )}
    </>
  );
}
