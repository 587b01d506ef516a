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

/** The clusters, each with its state in words; what it watches on demand. */
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
  return (
    <section className={styles.panel} aria-label="Clusters">
      <ul className={styles.list} id={listId}>
        {value.items.map(source => (
          <li key={source.name} className={styles.source}>
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
      </ul>
      <Button
        size="small"
        variant="tertiary"
        aria-expanded={open}
        aria-controls={listId}
        iconEnd={open ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
        onPress={() => setOpen(!open)}
      >
        Kinds
      </Button>
    </section>
  );
}
