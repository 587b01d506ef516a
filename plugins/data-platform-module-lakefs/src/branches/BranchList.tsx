import { Link } from '@backstage/ui';
import {
  Health,
  LakefsRepository,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthCounts,
  LiveMark,
  StaleNotice,
  useLastValue,
  useMe,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { NewBranchButton } from '../actions/NewBranchButton';
import { useBranches } from '../data/useBranches';
import { branchQueryOf, MINE, narrowsBranches } from './BranchFilter';
import { BranchesEmpty } from './BranchesEmpty';
import { BranchFilterBar } from './BranchFilterBar';
import { BranchTable } from './BranchTable';
import { useBranchFilter } from './useBranchFilter';
import styles from './branches.module.css';

/** The branches of a repository, a page at a time: how each is, whose, what for and how long it lives. */
export function BranchList(props: { repository: LakefsRepository }) {
  const { repository } = props;
  const { filter, change } = useBranchFilter();
  const me = useMe();
  const waits = filter.owner === MINE && !me;
  const branches = useBranches(
    waits ? undefined : repository,
    branchQueryOf(filter, me?.ownershipRefs ?? []),
  );
  // The page before stays on the screen until the next one is here.
  const page = useLastValue(branches.value);
  const toggle = (health: Health) =>
    change({
      health: filter.health.includes(health)
        ? filter.health.filter(each => each !== health)
        : [...filter.health, health],
    });
  return (
    <div className={styles.page}>
      <StaleNotice stale={repository.resource.stale} />
      <div className={styles.head}>
        <div className={styles.counts}>
          {page && (
            <HealthCounts
              counts={page.counts}
              selected={filter.health}
              onToggle={toggle}
            />
          )}
        </div>
        <span className={styles.end}>
          <LiveMark />
          <Link href="?deleted" variant="body-medium">
            Deleted branches
          </Link>
          <NewBranchButton repository={repository} />
        </span>
      </div>
      <BranchFilterBar
        filter={filter}
        onChange={change}
        owners={page?.owners ?? []}
        reasons={page?.reasons ?? {}}
      />
      {branches.error && (
        <ViewProblem
          error={branches.error}
          subject={page ? 'anything newer than this' : 'the branches'}
          onRetry={branches.refresh}
        />
      )}
      {(page || !branches.error) && (
        <BranchTable
          page={page}
          filter={filter}
          pending={!branches.value && branches.loading}
          onChange={change}
          empty={
            <BranchesEmpty
              repository={repository}
              warming={!!page?.warming}
              narrowed={narrowsBranches(filter)}
              total={page?.total ?? 0}
              onChange={change}
            />
          }
        />
      )}
      {repository.waiting > 0 && (
        <p className={styles.note}>
          {repository.waiting.toLocaleString('en-US')} of{' '}
          {repository.branches.toLocaleString('en-US')} branches are not
          compared with their parents yet. The portal goes through them bit by
          bit; until then their state is unknown.
        </p>
      )}
    </div>
  );
}
