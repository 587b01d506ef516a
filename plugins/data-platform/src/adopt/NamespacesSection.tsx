import { Text } from '@backstage/ui';
import { AdoptableNamespace } from '@millrace/backstage-plugin-data-platform-common';
import { EmptyState } from '@millrace/backstage-plugin-data-platform-react';
import { NamespaceItem } from './NamespaceItem';
import styles from './adopt.module.css';

/** What can be done now comes first. */
const ORDER = { labelled: 0, unlabelled: 1, adopted: 2 };

/** The namespaces that something runs in: those that can be adopted, those that an admin has to label first, the rest. */
export function NamespacesSection(props: {
  namespaces: readonly AdoptableNamespace[];
}) {
  const sorted = [...props.namespaces].sort(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      a.source.localeCompare(b.source) ||
      a.namespace.localeCompare(b.namespace),
  );
  const waiting = sorted.filter(({ state }) => state !== 'adopted');
  const adopted = sorted.filter(({ state }) => state === 'adopted');
  return (
    <section className={styles.section} aria-labelledby="adopt-namespaces">
      <Text as="h2" variant="title-x-small" weight="bold" id="adopt-namespaces">
        Namespaces
      </Text>
      {sorted.length === 0 && (
        <EmptyState compact title="No namespace to adopt.">
          Namespaces that something runs in appear here.
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <ul className={styles.list}>
          {waiting.map(item => (
            <NamespaceItem
              key={`${item.source}/${item.namespace}`}
              item={item}
            />
          ))}
        </ul>
      )}
      {adopted.length > 0 && (
        <details className={styles.details} open={waiting.length === 0}>
          <summary>Adopted or made by the portal ({adopted.length})</summary>
          <ul className={styles.list}>
            {adopted.map(item => (
              <NamespaceItem
                key={`${item.source}/${item.namespace}`}
                item={item}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
