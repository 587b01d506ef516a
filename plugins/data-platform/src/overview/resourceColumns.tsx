import { Cell, ColumnConfig } from '@backstage/ui';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthBadge,
  refTitle,
  RelativeTime,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../rollup/EntityLink';
import { KindTitle } from './kindTitle';
import { RowVerdict } from './RowVerdict';
import styles from './ResourceTable.module.css';

/** Columns of the overview; the ids of sortable ones are the API's sort keys. */
export function resourceColumns(
  titleOf: KindTitle,
): ColumnConfig<PlatformResource>[] {
  return [
    {
      id: 'severity',
      label: 'Health',
      isSortable: true,
      minWidth: 120,
      defaultWidth: '1fr',
      cell: row => (
        <Cell>
          <HealthBadge
            health={row.assessment.health}
            label={row.superseded ? pastWord(row) : undefined}
          />
        </Cell>
      ),
    },
    {
      id: 'name',
      label: 'Name',
      isRowHeader: true,
      isSortable: true,
      minWidth: 190,
      defaultWidth: '2.6fr',
      cell: row => (
        <Cell>
          <Two main={row.name} quiet={titleOf(row.kind, row.group)} />
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
              <span className={styles.quietWrap}>{ownership(row)}</span>
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
      minWidth: 215,
      defaultWidth: '4fr',
      cell: row => (
        <Cell>
          <RowVerdict row={row} />
        </Cell>
      ),
    },
  ];
}

function Two(props: { main: string; quiet?: string }) {
  return (
    <span className={styles.two}>
      <span className={styles.main} title={props.main}>
        {props.main}
      </span>
      {props.quiet && (
        <span className={styles.quiet} title={props.quiet}>
          {props.quiet}
        </span>
      )}
    </span>
  );
}

/** Of a run that is history: how it ended, not that it is trouble now. */
function pastWord(row: PlatformResource): string {
  return row.assessment.outcome === 'failed' ? 'Failed before' : 'Ended before';
}

function ownership(row: PlatformResource): string {
  return row.claim === 'unverified' && row.claimedEntityRef
    ? `claims ${refTitle(row.claimedEntityRef)}`
    : 'nothing registered';
}
