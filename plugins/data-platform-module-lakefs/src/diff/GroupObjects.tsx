import { Skeleton } from '@backstage/ui';
import { LakefsDiff } from '@millrace/backstage-plugin-data-platform-common';
import {
  useLastValue,
  useOlderPages,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { RepositoryAddress } from '../data/kinds';
import { CursorButtons } from '../paging/CursorButtons';
import { DiffQuestion } from './DiffQuestion';
import { groupName } from './diffWords';
import { ObjectRows } from './ObjectRows';
import { useDiffPage } from './useDiffPage';
import styles from './diff.module.css';

/** The changed objects of one table or folder, page by page: no more than a page is ever held. */
export function GroupObjects(props: {
  address: RepositoryAddress;
  question: DiffQuestion;
  prefix: string;
  onOpen: (item: LakefsDiff) => void;
}) {
  const { address, question, prefix, onOpen } = props;
  const pages = useOlderPages(JSON.stringify([question, prefix]));
  const view = useDiffPage(address, question, { prefix, after: pages.before });
  const page = useLastValue(view.value);
  if (view.error && !page) {
    return (
      <ViewProblem
        error={view.error}
        subject="these objects"
        onRetry={view.refresh}
      />
    );
  }
  if (!page) {
    return (
      <Skeleton
        width="100%"
        height={96}
        role="status"
        aria-label="Loading the objects"
      />
    );
  }
  // Folders within this one are groups of their own.
  const own = page.groups.find(group => group.prefix === prefix)?.items ?? [];
  return (
    <>
      {own.length > 0 ? (
        <ObjectRows
          items={own}
          prefix={prefix}
          label={`Changed objects of ${groupName(prefix)}`}
          onOpen={onOpen}
        />
      ) : (
        <p className={styles.quiet}>
          {page.next
            ? 'This page holds objects of folders within this one alone, which are listed apart. Go on to the next.'
            : 'Nothing more of this folder itself.'}
        </p>
      )}
      <CursorButtons pages={pages} next={page.next} what="objects" />
    </>
  );
}
