import { useState } from 'react';
import { Skeleton } from '@backstage/ui';
import {
  LakefsBranch,
  LakefsDiff,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  useLastValue,
  useOlderPages,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { ObjectDialog } from '../objects/ObjectDialog';
import { CursorButtons } from '../paging/CursorButtons';
import { GroupItem } from './GroupItem';
import { groupName } from './diffWords';
import { ObjectRows } from './ObjectRows';
import { sidesOfUncommitted } from './sides';
import { useUncommitted } from './useDiffPage';
import styles from './diff.module.css';

/** What lies on the branch without being committed: no merge takes it along, and deleting the branch loses it. */
export function UncommittedSection(props: { branch: LakefsBranch }) {
  const { branch } = props;
  const pages = useOlderPages(branch.resource.id);
  const view = useUncommitted(branch, pages.before);
  const page = useLastValue(view.value);
  const [opened, setOpened] = useState<LakefsDiff>();
  return (
    <section className={styles.section} aria-label="Not committed">
      <h3 className={styles.title}>Not committed</h3>
      {view.error && (
        <ViewProblem
          error={view.error}
          subject={page ? 'anything newer than this' : 'what is not committed'}
          onRetry={view.refresh}
        />
      )}
      {!page && !view.error && (
        <Skeleton
          width="100%"
          height={48}
          role="status"
          aria-label="Loading what is not committed"
        />
      )}
      {page && page.count === 0 && pages.page === 1 && (
        <p className={styles.quiet}>
          Nothing: all that lies on the branch is committed.
        </p>
      )}
      {page && (page.count > 0 || pages.page > 1) && (
        <>
          <p className={styles.quiet}>
            {`${page.count.toLocaleString('en-US')} object${
              page.count === 1 ? '' : 's'
            }${
              page.next || pages.page > 1 ? ' on this page' : ''
            }. A merge leaves these behind, and deleting the branch loses them: commit or discard them.`}
          </p>
          <ul
            className={styles.groups}
            aria-label="Tables and folders with uncommitted changes"
          >
            {page.groups.map(group => (
              <GroupItem
                key={group.prefix}
                group={{ ...group, more: false }}
                open={page.groups.length === 1}
              >
                {() => (
                  <ObjectRows
                    items={group.items}
                    prefix={group.prefix}
                    label={`Uncommitted objects of ${groupName(group.prefix)}`}
                    onOpen={setOpened}
                  />
                )}
              </GroupItem>
            ))}
          </ul>
          <CursorButtons
            pages={pages}
            next={page.next}
            what="uncommitted objects"
          />
        </>
      )}
      {opened && (
        <ObjectDialog
          branch={branch}
          path={opened.path}
          sides={sidesOfUncommitted(opened, branch)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  );
}
