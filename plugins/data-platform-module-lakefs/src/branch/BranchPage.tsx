import { Suspense } from 'react';
import {
  Link,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import {
  LakefsBranch,
  LakefsRepository,
  OperationAvailability,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  LiveMark,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { useSearchParams } from 'react-router-dom';
import { useBranch } from '../data/useBranch';
import { BranchGone } from './BranchGone';
import { BRANCH_VIEWS, BranchView, branchViewOf } from './branchHref';
import { BranchVerdict } from './BranchVerdict';
import { VIEW_COMPONENTS, viewTitle } from './branchViews';
import styles from './branch.module.css';

const NONE: readonly OperationAvailability[] = [];

/** One branch: how it is, why, what can be done with it, and all that is on it. */
export function BranchPage(props: {
  repository: LakefsRepository;
  name: string;
}) {
  const { repository, name } = props;
  const { branch, detail, gone, error, refresh } = useBranch(repository, name);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Link href="?" variant="body-medium">
          ← All branches
        </Link>
        <LiveMark />
      </div>
      <Text as="h2" variant="title-small" weight="bold">
        {name}
      </Text>
      {error && (
        <ViewProblem
          error={error}
          subject={branch ? 'anything newer than this' : 'this branch'}
          onRetry={refresh}
        />
      )}
      {gone && <BranchGone repository={repository} name={name} />}
      {!branch && !gone && !error && (
        <Skeleton
          width="100%"
          height={240}
          role="status"
          aria-label="Loading the branch"
        />
      )}
      {branch && (
        <>
          <BranchVerdict
            repository={repository}
            branch={branch}
            detail={detail}
          />
          <Views branch={branch} operations={detail?.operations ?? NONE} />
        </>
      )}
    </div>
  );
}

function Views(props: {
  branch: LakefsBranch;
  operations: readonly OperationAvailability[];
}) {
  const { branch } = props;
  const [params, setParams] = useSearchParams();
  // The default branch is merged into nothing.
  const views = BRANCH_VIEWS.filter(
    view => view !== 'conflicts' || branch.parent !== undefined,
  );
  const asked = branchViewOf(params);
  const view = views.includes(asked) ? asked : 'overview';
  const show = (next: BranchView) =>
    // What a view keeps in the URL is its own: the next one begins anew.
    setParams({
      branch: branch.name,
      ...(next !== 'overview' && { view: next }),
    });
  return (
    <Tabs
      selectedKey={view}
      onSelectionChange={key => key !== view && show(key as BranchView)}
    >
      <TabList className={styles.tabs} aria-label={`Views of ${branch.name}`}>
        {views.map(each => (
          <Tab key={each} id={each}>
            {viewTitle(each, branch)}
          </Tab>
        ))}
      </TabList>
      {views.map(each => {
        const View = VIEW_COMPONENTS[each];
        return (
          <TabPanel key={each} id={each} className={styles.panel}>
            <Suspense fallback={<Loading />}>
              <View {...props} />
            </Suspense>
          </TabPanel>
        );
      })}
    </Tabs>
  );
}

function Loading() {
  return (
    <Skeleton width="100%" height={200} role="status" aria-label="Loading" />
  );
}
