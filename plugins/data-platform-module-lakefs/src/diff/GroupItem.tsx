import { ReactNode, useId, useState } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { LakefsDiffGroup } from '@millrace/backstage-plugin-data-platform-common';
import { ChangeCounts } from './ChangeCounts';
import { bytesText, groupName } from './diffWords';
import styles from './diff.module.css';

/** A table or folder with what changed in it; opens to its objects. */
export function GroupItem(props: {
  group: LakefsDiffGroup;
  /** Open from the start: the only one. */
  open?: boolean;
  children: () => ReactNode;
}) {
  const { group, children } = props;
  const [open, setOpen] = useState(!!props.open);
  const bodyId = useId();
  return (
    <li className={styles.group}>
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
        <span className={styles.name}>{groupName(group.prefix)}</span>
        <ChangeCounts counts={group.counts} more={group.more} />
        <span className={styles.bytes}>{bytesText(group)}</span>
      </button>
      <div id={bodyId} className={styles.body} hidden={!open}>
        {open && children()}
      </div>
    </li>
  );
}
