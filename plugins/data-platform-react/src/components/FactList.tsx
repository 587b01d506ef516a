import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from './HealthMark';
import styles from './FactList.module.css';

/** A word that would break in the middle in a column of its own: an address, an image, an id. */
const LONG = /\S{20}/;

/** Figures of a resource, name over value; one that warns carries the mark. */
export function FactList(props: { facts: readonly Fact[] }) {
  if (props.facts.length === 0) {
    return null;
  }
  return (
    <dl className={styles.list}>
      {props.facts.map(fact => (
        <div
          key={fact.key}
          className={styles.fact}
          data-long={LONG.test(fact.value) || undefined}
        >
          <dt className={styles.label}>{fact.label}</dt>
          <dd className={styles.value}>
            {fact.warning && <HealthMark health="degraded" size={14} />}
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
