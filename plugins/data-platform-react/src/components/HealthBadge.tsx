import { Health } from '@millrace/backstage-plugin-data-platform-common';
import { HealthMark } from './HealthMark';
import { HEALTH_WORD } from './healthLook';
import styles from './HealthBadge.module.css';

/** Health by shape, colour and word. `label` replaces the word, for example by an outcome. */
export function HealthBadge(props: { health: Health; label?: string }) {
  const { health, label } = props;
  return (
    <span className={styles.badge}>
      <HealthMark health={health} />
      <span>{label ?? HEALTH_WORD[health] ?? HEALTH_WORD.unknown}</span>
    </span>
  );
}
