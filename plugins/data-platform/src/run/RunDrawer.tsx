import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import {
  useResource,
  useRun,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { RunDetails } from './RunDetails';
import { RunSkeleton } from './RunSkeleton';
import { subjectOf } from './RunSubject';
import styles from './RunDrawer.module.css';

/**
 * One run, or one live object, from the side: what happened, its pods, events,
 * logs and definition. Reads the history, and the object while it is there.
 */
export function RunDrawer(props: {
  runId?: string;
  resourceId?: string;
  onClose: () => void;
}) {
  const { onClose } = props;
  const opened = useResource(props.resourceId);
  // The history knows more of an object's run than the object: the branch that it is on, its definition.
  const run = useRun(props.runId ?? opened.value?.runId);
  const liveOfRun = useResource(
    props.runId && run.value?.live ? run.value.resourceId : undefined,
  );
  const resource = props.resourceId ? opened : liveOfRun;
  const subject = subjectOf(run.value, resource.value);
  const error = run.error ?? resource.error;
  return (
    <Dialog
      isOpen
      className={styles.drawer}
      onOpenChange={open => {
        if (!open) {
          onClose();
        }
      }}
    >
      <DialogHeader>{subject?.name ?? 'Loading …'}</DialogHeader>
      <DialogBody className={styles.body}>
        {!subject && !error && <RunSkeleton />}
        {!subject && error && (
          <ViewProblem
            error={error}
            subject={props.runId ? 'this run' : 'this object'}
            onRetry={() => {
              run.refresh();
              resource.refresh();
            }}
          />
        )}
        {subject && <RunDetails subject={subject} />}
      </DialogBody>
    </Dialog>
  );
}
