import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  FactList,
  formatAbsolute,
  HealthBadge,
  refTitle,
  Sentence,
} from '@millrace/backstage-plugin-data-platform-react';
import { FindingList } from '../operations/FindingList';
import { StepList } from '../operations/StepList';
import { EntityLink } from '../rollup/EntityLink';
import { BACKFILL } from '../series/seriesState';
import { SeriesView } from '../series/SeriesView';
import { OPERATION_LOOK, stateWords } from './operationLook';
import styles from './activity.module.css';

/** One operation with its steps, from the side. */
export function OperationDrawer(props: {
  id: string;
  /** Operations that the screen has read. */
  known: readonly Operation[] | undefined;
  onClose: () => void;
}) {
  const { id, known, onClose } = props;
  const operation = known?.find(one => one.id === id);
  return (
    <Dialog
      isOpen
      width={680}
      onOpenChange={open => {
        if (!open) {
          onClose();
        }
      }}
    >
      <DialogHeader>{operation?.title ?? 'Operation'}</DialogHeader>
      <DialogBody>
        {operation ? (
          <Details operation={operation} />
        ) : (
          <EmptyState title="This operation is not among those shown.">
            It may be older, or you may not see it. Clear the filters and look
            again.
          </EmptyState>
        )}
      </DialogBody>
    </Dialog>
  );
}

function Details(props: { operation: Operation }) {
  const { operation } = props;
  const { entityRef, actor, createdAt, finishedAt, error } = operation;
  const facts = [
    { key: 'who', label: 'Who', value: refTitle(actor) },
    { key: 'when', label: 'Started', value: formatAbsolute(createdAt) },
    ...(finishedAt
      ? [{ key: 'end', label: 'Ended', value: formatAbsolute(finishedAt) }]
      : []),
    { key: 'what', label: 'Operation', value: operation.operation },
    { key: 'id', label: 'Id', value: operation.id },
  ];
  return (
    <div className={styles.details}>
      <div className={styles.state}>
        <HealthBadge
          health={OPERATION_LOOK[operation.state].health}
          label={stateWords(operation)}
        />
        {entityRef && <EntityLink entityRef={entityRef} />}
      </div>
      {error && (
        <p className={styles.error}>
          <Sentence text={error} />
        </p>
      )}
      <FactList facts={facts} />
      <FindingList findings={operation.findings ?? []} />
      {operation.operation === BACKFILL ? (
        <SeriesView
          untitled
          operation={{ ...operation, error: undefined, findings: [] }}
        />
      ) : (
        <StepList steps={operation.steps} />
      )}
    </div>
  );
}
