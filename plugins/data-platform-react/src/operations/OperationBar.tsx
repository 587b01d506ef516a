import { ReactElement, ReactNode } from 'react';
import {
  RiDeleteBinLine,
  RiPauseLine,
  RiPlayCircleLine,
  RiPlayLine,
  RiRepeatLine,
  RiRestartLine,
  RiSettings3Line,
  RiStopLine,
} from '@remixicon/react';
import { OperationAvailability } from '@millrace/backstage-plugin-data-platform-common';
import { OperationButton } from './OperationButton';
import { isOfSchedule, Verb, verbOf, worthShowing } from './operationVerb';
import { OperationSubject, useOperationDialog } from './useOperationDialog';
import styles from './OperationBar.module.css';

const ICONS: Record<Verb, ReactElement> = {
  run: <RiPlayLine />,
  stop: <RiStopLine />,
  rerun: <RiRepeatLine />,
  start: <RiPlayLine />,
  restart: <RiRestartLine />,
  suspend: <RiPauseLine />,
  resume: <RiPlayCircleLine />,
  delete: <RiDeleteBinLine />,
  other: <RiSettings3Line />,
};

/**
 * The operations of a job or of one run, as buttons.
 * @param of - those of the schedule alone, or all the others
 * @param children - more buttons behind them
 */
export function OperationBar(props: {
  operations: readonly OperationAvailability[];
  subject: OperationSubject;
  of?: 'schedule' | 'run';
  children?: ReactNode;
}) {
  const { operations, subject, of, children } = props;
  const open = useOperationDialog();
  const shown = worthShowing(operations).filter(
    ({ id }) => !of || (of === 'schedule') === isOfSchedule(id),
  );
  if (shown.length === 0 && !children) {
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
      {children}
    </div>
  );
}
