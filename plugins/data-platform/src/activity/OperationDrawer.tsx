import { Dialog, DialogBody, DialogHeader, Skeleton } from '@backstage/ui';
import { Operation } from '@millrace/backstage-plugin-data-platform-common';
import {
  FactList,
  FindingList,
  formatAbsolute,
  HealthBadge,
  refTitle,
  Sentence,
  StepList,
  useOperation,
  useRefreshEvery,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { EntityLink } from '../rollup/EntityLink';
import { BACKFILL, goesOn } from '../series/seriesState';
import { SeriesView } from '../series/SeriesView';
import { OPERATION_LOOK, stateWords } from './operationLook';
import styles from './activity.module.css';

/** Of one that is not on the page behind, which is read again by itself. */
const EVERY_MS = 5_000;

/** One operation with its steps, from the side. */
export function OperationDrawer(props: {
  id: string;
  /** Operations that the screen has read; one that is not among them is asked for. */
  known: readonly Operation[] | undefined;
  onClose: () => void;
}) {
  const { id, known, onClose } = props;
  const shown = known?.find(one => one.id === id);
  const other = useOperation(shown ? undefined : id);
  const operation = shown ?? other.value;
  useRefreshEvery(
    other.refresh,
    other.value && goesOn(other.value) ? EVERY_MS : undefined,
  );
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
        {operation && <Details operation={operation} />}
        {!operation && other.error && (
          <ViewProblem
            error={other.error}
            subject="this operation"
            onRetry={other.refresh}
          />
        )}
        {!operation && !other.error && (
          <Skeleton
            width="100%"
            height={160}
            role="status"
            aria-label="Loading the operation"
          />
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
