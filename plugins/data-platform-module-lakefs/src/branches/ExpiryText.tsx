import { LakefsBranch } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatAbsolute,
  formatRelative,
  HealthMark,
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import styles from './branches.module.css';

/** Nearer than this it is time to do something about it. */
const NEAR_MS = 24 * 3_600_000;

/** When a branch expires, with a mark where that is near or over. */
export function ExpiryText(props: {
  branch: Pick<LakefsBranch, 'expiresAt' | 'expiryClaimed'>;
}) {
  const { expiresAt, expiryClaimed } = props.branch;
  const now = useNow(60_000);
  if (expiresAt === undefined) {
    return <span className={styles.quiet}>never</span>;
  }
  const at = new Date(expiresAt).toISOString();
  const over = expiresAt <= now;
  const near = expiresAt - now < NEAR_MS;
  const note = expiryClaimed
    ? '. Its last commit says so; nothing deletes it for that.'
    : '';
  return (
    <span className={styles.mark} title={`${formatAbsolute(at)}${note}`}>
      {near && <HealthMark health="degraded" size={14} />}
      <time dateTime={at}>
        {over ? `expired ${formatRelative(at, now)}` : formatRelative(at, now)}
      </time>
    </span>
  );
}
