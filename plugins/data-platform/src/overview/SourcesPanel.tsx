import { useId, useState } from 'react';
import { Badge, Button, Skeleton } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import {
  Health,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  Sentence,
  ViewProblem,
  ViewResult,
} from '@millrace/backstage-plugin-data-platform-react';
import { SourceKinds } from './SourceKinds';
import { SourceOperators } from './SourceOperators';
import styles from './SourcesPanel.module.css';

const LOOK: Record<Source['state'], { health: Health; word: string }> = {
  connected: { health: 'healthy', word: 'Connected' },
  connecting: { health: 'progressing', word: 'Connecting' },
  stale: { health: 'degraded', word: 'Stale' },
  forbidden: { health: 'failed', word: 'Forbidden' },
  unreachable: { health: 'failed', word: 'Unreachable' },
  unsupported: { health: 'unknown', word: 'Unsupported' },
};

/** More than this fill the screen: then only those with trouble are told one by one. */
const FEW = 3;

/** The clusters, each with its state in words; what it watches on demand. Of many, those that someone has to look after. */
export function SourcesPanel(props: {
  sources: ViewResult<{ items: Source[] }>;
}) {
  const { value, error, refresh } = props.sources;
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (!value) {
    return error ? (
      <ViewProblem error={error} subject="the clusters" onRetry={refresh} />
    ) : (
      <Skeleton
        width="100%"
        height={44}
        role="status"
        aria-label="Loading the clusters"
      />
    );
  }
  if (value.items.length === 0) {
    return null;
  }
  const many = value.items.length > FEW;
  const shown = many && !open ? value.items.filter(inTrouble) : value.items;
  const quiet = value.items.length - shown.length;
  return (
    <section className={styles.panel} aria-label="Clusters">
      <ul className={styles.list} id={listId}>
        {shown.map(source => (
          <li key={source.name}>
            <div className={styles.line}>
              <HealthMark health={LOOK[source.state].health} />
              <strong>{source.title ?? source.name}</strong>
              <span className={styles.state}>{LOOK[source.state].word}</span>
              {source.sandbox && <Badge size="small">Sandbox</Badge>}
              <span className={styles.message}>
                <Sentence text={source.message} />
              </span>
              {source.version && (
                <span className={styles.state}>{source.version}</span>
              )}
            </div>
            <SourceOperators operators={source.operators ?? []} />
            {open && <SourceKinds kinds={source.kinds} />}
          </li>
        ))}
        {quiet > 0 && (
          <li className={styles.line}>
            <HealthMark health="healthy" />
            {shown.length === 0
              ? `All ${quiet} sources are connected.`
              : `${quiet} more ${
                  quiet === 1 ? 'source is' : 'sources are'
                } connected.`}
          </li>
        )}
      </ul>
      <Button
        size="small"
        variant="tertiary"
        aria-expanded={open}
        aria-controls={listId}
        iconEnd={open ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
        onPress={() => setOpen(!open)}
      >
        {many ? 'All sources' : 'Kinds'}
      </Button>
    </section>
  );
}

function inTrouble({ state, operators = [] }: Source): boolean {
  return state !== 'connected' || operators.some(each => each.state === 'down');
}
