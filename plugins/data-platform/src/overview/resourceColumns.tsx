import { Cell, ColumnConfig } from '@backstage/ui';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthBadge,
  plainSentence,
  refTitle,
  RelativeTime,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../rollup/EntityLink';
import styles from './ResourceTable.module.css';

/** Columns of the overview; the ids of sortable ones are the API's sort keys. */
export const resourceColumns: ColumnConfig<PlatformResource>[] = [
  {
    id: 'severity',
    label: 'Health',
    isSortable: true,
    minWidth: 120,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        <HealthBadge health={row.assessment.health} />
      </Cell>
    ),
  },
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    isSortable: true,
    minWidth: 170,
    defaultWidth: '2fr',
    cell: row => (
      <Cell>
        <Two main={row.name} quiet={row.kind} />
      </Cell>
    ),
  },
  {
    id: 'entity',
    label: 'Belongs to',
    minWidth: 130,
    defaultWidth: '1.4fr',
    cell: row => (
      <Cell>
        <span className={styles.two}>
          {row.entityRef ? (
            <EntityLink entityRef={row.entityRef} />
          ) : (
            <span className={styles.quiet}>{ownership(row)}</span>
          )}
          {row.ownerRef && (
            <span className={styles.quiet}>{refTitle(row.ownerRef)}</span>
          )}
        </span>
      </Cell>
    ),
  },
  {
    id: 'domain',
    label: 'Domain',
    isSortable: true,
    minWidth: 110,
    defaultWidth: '1fr',
    cell: row => <Cell>{row.domainRef ? refTitle(row.domainRef) : '–'}</Cell>,
  },
  {
    id: 'place',
    label: 'Cluster',
    minWidth: 110,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        <Two main={row.source} quiet={row.namespace} />
      </Cell>
    ),
  },
  {
    id: 'startedAt',
    label: 'Started',
    isSortable: true,
    minWidth: 125,
    defaultWidth: '1fr',
    cell: row => (
      <Cell>
        <RelativeTime at={row.startedAt ?? row.createdAt} />
      </Cell>
    ),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    minWidth: 240,
    defaultWidth: '4fr',
    cell: row => (
      <Cell>
        <span
          className={styles.verdict}
          title={plainSentence(row.assessment.message)}
        >
          <Sentence
            text={
              row.stale
                ? `${row.stale.message} ${row.assessment.message}`
                : row.assessment.message
            }
          />
        </span>
      </Cell>
    ),
  },
];

function Two(props: { main: string; quiet?: string }) {
  return (
    <span className={styles.two}>
      <span className={styles.main} title={props.main}>
        {props.main}
      </span>
      {props.quiet && <span className={styles.quiet}>{props.quiet}</span>}
    </span>
  );
}

function ownership(row: PlatformResource): string {
  return row.claim === 'unverified' && row.claimedEntityRef
    ? `claims ${refTitle(row.claimedEntityRef)}`
    : 'nothing registered';
}
