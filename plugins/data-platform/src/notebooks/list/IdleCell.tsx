import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthMark,
  useNow,
} from '@millrace/backstage-plugin-data-platform-react';
import { idleness } from '../idleness';
import styles from './list.module.css';

/** How long nobody has used a server; marked where it holds a GPU meanwhile. */
export function IdleCell(props: {
  server: NotebookServer;
  idleAfterSeconds: number;
}) {
  const { server, idleAfterSeconds } = props;
  const now = useNow(60_000);
  const { text, seconds = 0 } = idleness(server, now);
  const wasted = !!server.gpu && seconds >= idleAfterSeconds;
  return (
    <span className={styles.warn} title={server.activityNote}>
      {wasted && <HealthMark health="degraded" size={14} />}
      {text}
    </span>
  );
}
