import { QuotaPreset } from '@millrace/backstage-plugin-data-platform-common';
import { quotaLabel } from './quotaLabel';
import styles from './CardChoice.module.css';

/** The numbers of a quota preset, resource by resource. */
export function QuotaNumbers(props: { preset: QuotaPreset }) {
  const { description, hard } = props.preset;
  return (
    <>
      <span className={styles.quiet}>{description}</span>
      <dl className={styles.numbers}>
        {Object.entries(hard).map(([resource, amount]) => (
          <div key={resource} style={{ display: 'contents' }}>
            <dt>{quotaLabel(resource)}</dt>
            <dd>{amount.replace(/^(\d+)([KMGT]i)$/, '$1 $2B')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
