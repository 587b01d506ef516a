import { ReactNode } from 'react';
import { Cell, ColumnConfig } from '@backstage/ui';
import { AdoptableJob } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthBadge,
  plainSentence,
  refTitle,
  RelativeTime,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './adopt.module.css';

/** A job as a row of the table. */
export type JobRow = AdoptableJob & { id: string };

/** What the runs of a job have in common, in words. */
export function foundBy(job: AdoptableJob): string {
  switch (job.foundBy) {
    case 'schedule':
      return job.schedule ? `schedule ${job.schedule}` : 'a schedule';
    case 'label-selector':
      return job.labelSelector
        ? `label ${job.labelSelector}`
        : 'a label of its runs';
    case 'maker':
      return job.maker ?? 'what made its runs';
    default:
      return 'the names of its runs';
  }
}

/** Columns of the jobs that are not adopted. */
export const jobColumns: ColumnConfig<JobRow>[] = [
  {
    id: 'name',
    label: 'Job',
    isRowHeader: true,
    minWidth: 170,
    defaultWidth: '2fr',
    cell: row => <Two main={row.name} quiet={row.kind} />,
  },
  {
    id: 'place',
    label: 'Namespace',
    minWidth: 130,
    defaultWidth: '1.2fr',
    cell: row => (
      <Two
        main={row.namespace}
        quiet={
          row.domainRef
            ? `domain ${refTitle(row.domainRef)}, ${row.source}`
            : row.source
        }
      />
    ),
  },
  {
    id: 'found',
    label: 'Found by',
    minWidth: 150,
    defaultWidth: '1.6fr',
    cell: row => (
      <Cell>
        <span className={styles.wrap}>{foundBy(row)}</span>
      </Cell>
    ),
  },
  {
    id: 'runs',
    label: 'Runs',
    minWidth: 70,
    defaultWidth: '0.6fr',
    cell: row => <Cell>{row.runs.toLocaleString()}</Cell>,
  },
  {
    id: 'last',
    label: 'Last run',
    minWidth: 110,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        <RelativeTime at={row.lastRunAt} />
      </Cell>
    ),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    minWidth: 240,
    defaultWidth: '3fr',
    cell: row => (
      <Cell>
        <span className={styles.two}>
          <HealthBadge health={row.assessment.health} />
          <span
            className={styles.wrap}
            title={plainSentence(row.assessment.message)}
          >
            <Sentence text={row.assessment.message} />
          </span>
          {row.adoptable === false && (
            <span className={styles.quietWrap}>
              Cannot be adopted now:{' '}
              <Sentence text={row.reason ?? 'the portal gave no reason.'} />
            </span>
          )}
        </span>
      </Cell>
    ),
  },
];

function Two(props: { main: ReactNode; quiet: ReactNode }) {
  return (
    <Cell>
      <span className={styles.two}>
        <span className={styles.wrap}>{props.main}</span>
        <span className={styles.quietWrap}>{props.quiet}</span>
      </span>
    </Cell>
  );
}
