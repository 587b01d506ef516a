import { ReactElement } from 'react';
import {
  RiPauseLine,
  RiPlayCircleLine,
  RiPlayLine,
  RiRepeatLine,
  RiStopLine,
} from '@remixicon/react';
import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { OperationButton } from './OperationButton';
import { OperationSubject, useOperationDialog } from './useOperationDialog';
import styles from './OperationBar.module.css';

const ICONS: Record<string, ReactElement> = {
  run: <RiPlayLine />,
  stop: <RiStopLine />,
  rerun: <RiRepeatLine />,
  suspend: <RiPauseLine />,
  resume: <RiPlayCircleLine />,
};

/** The operations of a job or of one run, as buttons. */
export function OperationBar(props: {
  operations: readonly OperationAvailability[];
  subject: OperationSubject;
  /** Ids, the first part left out, for example `run`; all when absent. */
  only?: readonly string[];
}) {
  const { operations, subject, only } = props;
  const open = useOperationDialog();
  const shown = operations.filter(
    ({ id }) =>
      (!only || only.includes(verbOf(id))) && worthShowing(id, operations),
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <div className={styles.bar} role="group" aria-label="Operations">
      {shown.map(availability => (
        <OperationButton
          key={availability.id}
          availability={availability}
          icon={ICONS[verbOf(availability.id)]}
          primary={verbOf(availability.id) === 'run'}
          onPress={() => open(availability, subject)}
        />
      ))}
    </div>
  );
}

function verbOf(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}

/** Of suspend and resume only one makes sense at a time: the one that can be done. */
function worthShowing(
  id: string,
  operations: readonly OperationAvailability[],
): boolean {
  const other = { suspend: 'resume', resume: 'suspend' }[verbOf(id)];
  const self = operations.find(operation => operation.id === id);
  const pair = operations.find(
    operation => other && verbOf(operation.id) === other,
  );
  if (!pair || self?.available) {
    return true;
  }
  return !pair.available && verbOf(id) === 'suspend';
}
