import { lazy, Suspense } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RiArrowGoBackLine } from '@remixicon/react';
import {
  LakefsDeletedBranch,
  LakefsRepository,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  OperationButton,
  refTitle,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import { MAY_NOT_WRITE } from '../actions/mayNotWrite';
import styles from './branches.module.css';

const RestoreDialog = lazy(() =>
  import('../actions/RestoreDialog').then(m => ({ default: m.RestoreDialog })),
);

/** A deleted branch as an item of a list: who deleted it, what it was for, and its restore. */
export function DeletedBranch(props: {
  repository: LakefsRepository;
  deleted: LakefsDeletedBranch;
}) {
  const { repository, deleted } = props;
  const { name, purpose, owner, lastCommit, deletedAt, deletedBy } = deleted;
  const dialogApi = useApi(dialogApiRef);
  const available = repository.mayOperate;
  return (
    <li className={styles.item}>
      <span className={styles.two}>
        <strong className={styles.main}>{name}</strong>
        {purpose && <span className={styles.note}>{purpose}</span>}
        <span className={styles.note}>
          deleted{' '}
          {deletedBy ? `by ${refTitle(deletedBy)}` : 'outside the portal'}{' '}
          <RelativeTime at={new Date(deletedAt).toISOString()} />
          {owner && `, owner ${refTitle(owner)}`}, last commit{' '}
          <code>{lastCommit.slice(0, 12)}</code>
        </span>
      </span>
      <OperationButton
        availability={{
          id: 'lakefs:branch-restore',
          title: 'Restore…',
          available,
          reason: available ? undefined : MAY_NOT_WRITE,
        }}
        icon={<RiArrowGoBackLine />}
        onPress={() =>
          dialogApi.open(({ dialog }) => (
            <Suspense fallback={null}>
              <RestoreDialog
                repository={repository}
                deleted={deleted}
                onClose={() => dialog.close()}
              />
            </Suspense>
          ))
        }
      />
    </li>
  );
}
