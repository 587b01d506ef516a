import { Cell, ColumnConfig, Link } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthBadge,
  plainSentence,
  refTitle,
  RelativeTime,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { branchHref } from '../branch/branchHref';
import { BranchSort } from './BranchFilter';
import { countText, standingText } from './countWords';
import { ExpiryText } from './ExpiryText';
import styles from './branches.module.css';

/** A branch as a row of a table, which wants an id. */
export interface BranchRow {
  id: string;
  branch: LakefsBranch;
}

type Column = ColumnConfig<BranchRow> & {
  id: BranchSort | 'owner' | 'uncommitted';
};

const columns: Column[] = [
  {
    id: 'name',
    label: 'Branch',
    isRowHeader: true,
    isSortable: true,
    minWidth: 190,
    defaultWidth: '2.4fr',
    cell: ({ branch }) => (
      <Cell>
        <Name branch={branch} />
      </Cell>
    ),
  },
  {
    id: 'severity',
    label: 'Verdict',
    isSortable: true,
    minWidth: 220,
    defaultWidth: '3.4fr',
    cell: ({ branch: { resource } }) => (
      <Cell>
        <span className={styles.two}>
          <HealthBadge health={resource.assessment.health} />
          <span
            className={styles.verdict}
            title={plainSentence(resource.assessment.message)}
          >
            <Sentence text={resource.assessment.message} />
          </span>
        </span>
      </Cell>
    ),
  },
  {
    id: 'owner',
    label: 'Owner',
    minWidth: 80,
    defaultWidth: '1fr',
    cell: ({ branch }) => (
      <Cell>
        <span className={styles.main} title={branch.owner}>
          {branch.owner ? refTitle(branch.owner) : '–'}
        </span>
      </Cell>
    ),
  },
  {
    id: 'expires',
    label: 'Expires',
    isSortable: true,
    minWidth: 115,
    defaultWidth: '1fr',
    cell: ({ branch }) => (
      <Cell>
        <ExpiryText branch={branch} />
      </Cell>
    ),
  },
  {
    id: 'behind',
    label: 'To parent',
    isSortable: true,
    minWidth: 120,
    defaultWidth: '1.1fr',
    cell: ({ branch }) => (
      <Cell>
        <Standing branch={branch} />
      </Cell>
    ),
  },
  {
    id: 'uncommitted',
    label: 'Uncommitted',
    minWidth: 135,
    defaultWidth: '0.7fr',
    cell: ({ branch }) => (
      <Cell>
        <Uncommitted branch={branch} />
      </Cell>
    ),
  },
  {
    id: 'lastCommit',
    label: 'Last commit',
    isSortable: true,
    minWidth: 150,
    defaultWidth: '1.8fr',
    cell: ({ branch }) => (
      <Cell>
        <LastCommit branch={branch} />
      </Cell>
    ),
  },
];

/** Columns of the list of branches. */
export const branchColumns: ColumnConfig<BranchRow>[] = columns;

function Name(props: { branch: LakefsBranch }) {
  const { name, purpose, parent, protectedBy } = props.branch;
  return (
    <span className={styles.two}>
      <span className={styles.mark}>
        <Link
          className={styles.main}
          href={branchHref(name)}
          variant="body-medium"
          title={name}
        >
          {name}
        </Link>
        {protectedBy !== undefined && (
          <RiLockLine
            size={14}
            role="img"
            aria-label={`Protected by the rule ${protectedBy}`}
          />
        )}
      </span>
      {(purpose || !parent) && (
        <span className={styles.quiet} title={purpose}>
          {purpose ?? 'the default branch'}
        </span>
      )}
    </span>
  );
}

function Uncommitted(props: { branch: LakefsBranch }) {
  const { uncommitted } = props.branch;
  if (!uncommitted) {
    return <span className={styles.quiet}>not known</span>;
  }
  return <>{uncommitted.n > 0 ? countText(uncommitted) : 'none'}</>;
}

function Standing(props: { branch: LakefsBranch }) {
  const { parent } = props.branch;
  if (!parent) {
    return <>–</>;
  }
  return (
    <span className={styles.two}>
      <span className={styles.wrap}>
        {standingText(props.branch) ?? 'not compared yet'}
      </span>
      <span className={styles.quiet} title={parent}>
        {parent}
      </span>
    </span>
  );
}

function LastCommit(props: { branch: LakefsBranch }) {
  const { lastCommit } = props.branch;
  if (!lastCommit) {
    return <>–</>;
  }
  const { at, user, committer, message } = lastCommit;
  return (
    <span className={styles.two}>
      <span className={styles.main} title={message}>
        {message}
      </span>
      <span className={styles.quiet}>
        {user ? refTitle(user) : committer},{' '}
        <RelativeTime at={new Date(at).toISOString()} />
      </span>
    </span>
  );
}
