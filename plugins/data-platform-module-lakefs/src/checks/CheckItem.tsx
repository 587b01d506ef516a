import { useId, useState } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { LakefsCheck } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatDuration,
  HealthMark,
  RelativeTime,
  safeUrl,
} from '@millrace/backstage-plugin-data-platform-react';
import { RepositoryAddress } from '../data/kinds';
import { CHECK_LOOK, eventText } from './checkLook';
import { HookList } from './HookList';
import styles from './checks.module.css';

/** One run of actions; opens to its hooks. */
export function CheckItem(props: {
  address: RepositoryAddress;
  check: LakefsCheck;
  open?: boolean;
}) {
  const { address, check } = props;
  const [open, setOpen] = useState(!!props.open);
  const bodyId = useId();
  const { health, word } = CHECK_LOOK[check.status] ?? CHECK_LOOK.unknown;
  const url = safeUrl(check.url);
  return (
    <li className={styles.check}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          {open ? (
            <RiArrowDownSLine size={18} />
          ) : (
            <RiArrowRightSLine size={18} />
          )}
          <HealthMark health={health} size={16} />
          <span className={styles.text}>
            {`${eventText(check.event)}: ${word}`}
            {check.endedAt !== undefined &&
              check.endedAt - check.startedAt >= 1_000 &&
              ` after ${formatDuration(
                (check.endedAt - check.startedAt) / 1000,
              )}`}
          </span>
        </button>
        <span className={styles.quiet}>
          {check.commit && (
            <>
              <code title={check.commit}>{check.commit.slice(0, 12)}</code>
              {' · '}
            </>
          )}
          <RelativeTime at={new Date(check.startedAt).toISOString()} />
        </span>
        {url && (
          <Link href={url} target="_blank" variant="body-small">
            In lakeFS
          </Link>
        )}
      </div>
      <div id={bodyId} className={styles.body} hidden={!open}>
        {open && <HookList address={address} run={check.id} />}
      </div>
    </li>
  );
}
