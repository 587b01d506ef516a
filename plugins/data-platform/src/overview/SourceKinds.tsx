import { Source } from '@millrace/backstage-plugin-data-platform-common';
import styles from './SourcesPanel.module.css';

type Kind = Source['kinds'][number];

const WORDS: Record<Kind['state'], string> = {
  watching: 'watched',
  listing: 'being listed',
  dormant: 'not served by this cluster',
  forbidden: 'may not be read',
  stale: 'not heard from',
  error: 'cannot be read',
};

/** What is watched on a cluster, and what is not and why. */
export function SourceKinds(props: { kinds: readonly Kind[] }) {
  if (props.kinds.length === 0) {
    return null;
  }
  return (
    <ul className={styles.kinds}>
      {props.kinds.map(kind => (
        <li key={`${kind.kind}.${kind.group}`}>
          {kind.kind}{' '}
          <span className={styles.state}>
            {kind.group} · {WORDS[kind.state]}
            {kind.namespaces && ` in ${kind.namespaces.join(', ')} only`}
            {kind.message && ` · ${kind.message}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
