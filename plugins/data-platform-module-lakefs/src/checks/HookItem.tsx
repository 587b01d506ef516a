import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { LakefsHook } from '@millrace/backstage-plugin-data-platform-common';
import {
  CopyButton,
  formatDuration,
  HealthMark,
  scrollable,
} from '@millrace/backstage-plugin-data-platform-react';
import { CHECK_LOOK } from './checkLook';
import styles from './checks.module.css';

/** One hook: what it said in a sentence, and its whole output as text. */
export function HookItem(props: { hook: LakefsHook }) {
  const { hook } = props;
  const failed = hook.status === 'failed';
  const [open, setOpen] = useState(failed);
  const outputId = useId();
  const { health, word } = CHECK_LOOK[hook.status] ?? CHECK_LOOK.unknown;
  return (
    <li className={styles.hook}>
      <div className={styles.line}>
        <HealthMark health={health} size={16} />
        <span className={styles.text}>
          <strong>{hook.hook}</strong>
          {` of action ${hook.action} ${word}`}
          {secondsOf(hook)}
          {hook.message && `: ${hook.message}`}
        </span>
        {hook.output && (
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={open}
            aria-controls={outputId}
            onPress={() => setOpen(!open)}
          >
            {open ? 'Hide the output' : 'Show the output'}
          </Button>
        )}
      </div>
      {hook.status === 'skipped' && (
        <p className={styles.quiet}>
          Hooks behind one that has failed are not run, unless they say
          otherwise.
        </p>
      )}
      <div id={outputId} hidden={!open}>
        {open && hook.output && (
          <>
            <pre
              className={styles.output}
              role="region"
              aria-label={`Output of ${hook.hook}`}
              {...scrollable}
            >
              {hook.output}
            </pre>
            <div className={styles.line}>
              <CopyButton
                text={hook.output}
                label={`Copy the output of ${hook.hook}`}
              />
              {hook.truncated && (
                <span className={styles.quiet}>
                  Its beginning; lakeFS has the rest.
                </span>
              )}
            </div>
          </>
        )}
      </div>
    </li>
  );
}

function secondsOf({ startedAt, endedAt }: LakefsHook): string {
  const ms = (endedAt ?? 0) - (startedAt ?? endedAt ?? 0);
  return ms >= 1_000 ? ` after ${formatDuration(ms / 1000)}` : '';
}
