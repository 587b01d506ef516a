import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  LakefsBranch,
  LakefsObject,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  useOlderPages,
  ViewProblem,
  withParams,
} from '@millrace/backstage-plugin-data-platform-react';
import { CursorButtons } from '../paging/CursorButtons';
import { ObjectDialog } from './ObjectDialog';
import { ObjectTable } from './ObjectTable';
import { PathCrumbs } from './PathCrumbs';
import { useObjects } from './useObjects';
import styles from './objects.module.css';

/** The objects of a branch, folder by folder and page by page. */
export function BranchObjects(props: { branch: LakefsBranch }) {
  const { branch } = props;
  const [params, setParams] = useSearchParams();
  const prefix = params.get('prefix') ?? '';
  const [opened, setOpened] = useState<string>();
  const pages = useOlderPages(`${branch.resource.id} ${prefix}`);
  const { value, error, refresh } = useObjects(branch, {
    prefix,
    after: pages.before,
  });
  // A way back with the browser's own button: each folder is a place.
  const enter = (to: string) =>
    setParams(before => withParams(before, { prefix: to }));
  const open = ({ path, folder }: LakefsObject) =>
    folder ? enter(path) : setOpened(path);
  return (
    <div className={styles.objects}>
      <PathCrumbs top={branch.name} prefix={prefix} onOpen={enter} />
      <p className={styles.quiet}>
        The branch as it is now, with what is not committed.
      </p>
      {error && (
        <ViewProblem
          error={error}
          subject={value ? 'anything newer than this' : 'the objects'}
          onRetry={refresh}
        />
      )}
      {(value || !error) && (
        <ObjectTable
          items={value?.items}
          prefix={prefix}
          empty={
            <EmptyState
              title={
                prefix ? 'Nothing lies in this folder.' : 'The branch is empty.'
              }
            />
          }
          onOpen={open}
        />
      )}
      <CursorButtons pages={pages} next={value?.next} what="objects" />
      {opened !== undefined && (
        <ObjectDialog
          branch={branch}
          path={opened}
          sides={[{ ref: branch.name, title: `On ${branch.name}` }]}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}
