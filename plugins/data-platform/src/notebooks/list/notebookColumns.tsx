import { Cell, ColumnConfig } from '@backstage/ui';
import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatCores,
  formatGpus,
  formatMemory,
  formatMoney,
  HealthBadge,
  refTitle,
} from '@millrace/backstage-plugin-data-platform-react';
import { RowVerdict } from '../../overview/RowVerdict';
import { EntityLink } from '../../rollup/EntityLink';
import { NOTEBOOK_STATES } from '../notebookState';
import { hoursParts } from '../notebookFacts';
import { imageName } from '../imageName';
import { IdleCell } from './IdleCell';
import { OpenNotebookButton } from '../OpenNotebookButton';
import tableStyles from '../../overview/ResourceTable.module.css';

/** A server as a row of a table, which wants an id. */
export interface NotebookRow {
  id: string;
  server: NotebookServer;
}

/** Columns of the list of notebook servers. */
export function notebookColumns(options: {
  currency?: string;
  idleAfterSeconds: number;
}): ColumnConfig<NotebookRow>[] {
  const { currency, idleAfterSeconds } = options;
  return [
    {
      id: 'state',
      label: 'State',
      minWidth: 105,
      defaultWidth: '1fr',
      cell: ({ server }) => (
        <Cell>
          <HealthBadge
            health={server.resource.assessment.health}
            label={NOTEBOOK_STATES[server.state]}
          />
        </Cell>
      ),
    },
    {
      id: 'name',
      label: 'Name',
      isRowHeader: true,
      minWidth: 145,
      defaultWidth: '2fr',
      cell: ({ server }) => (
        <Cell>
          <span className={tableStyles.two}>
            <Name server={server} />
            <span className={tableStyles.quiet}>
              {imageName(server)}
              {server.generation === 2 && ' · beta'}
            </span>
          </span>
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: 'Owner',
      minWidth: 105,
      defaultWidth: '1.3fr',
      cell: ({ server }) => (
        <Cell>
          <Two
            main={server.owner ? refTitle(server.owner) : 'not known'}
            quiet={
              server.resource.domainRef && refTitle(server.resource.domainRef)
            }
          />
        </Cell>
      ),
    },
    {
      id: 'idle',
      label: 'Idle for',
      minWidth: 95,
      defaultWidth: '1fr',
      cell: ({ server }) => (
        <Cell>
          <IdleCell server={server} idleAfterSeconds={idleAfterSeconds} />
        </Cell>
      ),
    },
    {
      id: 'size',
      label: 'Size',
      minWidth: 140,
      defaultWidth: '1.4fr',
      cell: ({ server }) => (
        <Cell>
          <Size server={server} />
        </Cell>
      ),
    },
    {
      id: 'cost',
      // Without prices it is what was used that can be told.
      label: currency === undefined ? 'Used' : 'Cost',
      minWidth: 120,
      defaultWidth: '1.2fr',
      cell: ({ server }) => (
        <Cell>
          <Cost server={server} currency={currency} />
        </Cell>
      ),
    },
    {
      id: 'verdict',
      label: 'Verdict',
      minWidth: 160,
      defaultWidth: '3fr',
      cell: ({ server }) => (
        <Cell>
          <RowVerdict row={server.resource} />
        </Cell>
      ),
    },
    {
      id: 'open',
      label: 'Open',
      minWidth: 95,
      defaultWidth: '0.8fr',
      cell: ({ server }) => (
        <Cell>
          {server.openUrl ? (
            <OpenNotebookButton server={server} named quiet />
          ) : (
            '–'
          )}
        </Cell>
      ),
    },
  ];
}

function Name(props: { server: NotebookServer }) {
  const { entityRef, resource, title = resource.name } = props.server;
  return entityRef ? (
    <EntityLink entityRef={entityRef} title={title} />
  ) : (
    <span className={tableStyles.main}>{title}</span>
  );
}

function Size(props: { server: NotebookServer }) {
  const { gpu, cpu, memory } = props.server;
  const cores = cpu && `${formatCores(cpu)} CPU`;
  const bytes = memory && formatMemory(memory);
  return gpu ? (
    <Two
      main={formatGpus(gpu)}
      quiet={[cores, bytes].filter(Boolean).join(', ')}
    />
  ) : (
    <Two main={cores || bytes || '–'} quiet={cores && bytes} />
  );
}

function Cost(props: { server: NotebookServer; currency?: string }) {
  const { currency } = props;
  const { cost, costPerHour, hours } = props.server;
  if (cost !== undefined && currency !== undefined) {
    return (
      <Two
        main={formatMoney(cost, currency)}
        quiet={
          costPerHour === undefined
            ? undefined
            : `${formatMoney(costPerHour, currency)} an hour`
        }
      />
    );
  }
  return (
    <span className={tableStyles.two}>
      {(hours ? hoursParts(hours) : ['–']).map(part => (
        <span key={part} className={tableStyles.quietWrap}>
          {part}
        </span>
      ))}
    </span>
  );
}

function Two(props: { main: string; quiet?: string }) {
  return (
    <span className={tableStyles.two}>
      <span className={tableStyles.main} title={props.main}>
        {props.main}
      </span>
      {props.quiet && (
        <span className={tableStyles.quiet} title={props.quiet}>
          {props.quiet}
        </span>
      )}
    </span>
  );
}
