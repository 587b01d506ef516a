import { Button } from '@backstage/ui';
import { RiPlayLine, RiStopLine } from '@remixicon/react';
import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  formatGpus,
  HealthBadge,
  OperationButton,
  Sentence,
  useNow,
  useOperationDialog,
} from '@millrace/backstage-plugin-data-platform-react';
import { verdictText } from '../../overview/verdictText';
import { EntityLink } from '../../rollup/EntityLink';
import { idleness } from '../idleness';
import { notebookAction } from '../notebookActions';
import { NOTEBOOK_STATES } from '../notebookState';
import { OpenNotebookButton } from '../OpenNotebookButton';
import { useQuickOperation } from './useQuickOperation';
import styles from '../list/list.module.css';

/** One server of the person: how it is, and open, stop or start at one press. */
export function MyNotebookRow(props: { server: NotebookServer }) {
  const { server } = props;
  const { resource, entityRef, state, gpu, title = resource.name } = server;
  const now = useNow(60_000);
  const idle = idleness(server, now);
  const holds = [
    gpu && formatGpus(gpu),
    idle.seconds !== undefined &&
      (idle.inUse ? idle.text : `idle for ${idle.text}`),
  ].filter(Boolean);
  return (
    <li className={styles.item}>
      <div className={styles.about}>
        <div className={styles.name}>
          {entityRef ? (
            <EntityLink entityRef={entityRef} title={title} />
          ) : (
            <strong>{title}</strong>
          )}
          <HealthBadge
            health={resource.assessment.health}
            label={NOTEBOOK_STATES[state]}
          />
          {holds.length > 0 && (
            <span className={styles.quiet}>{holds.join(', ')}</span>
          )}
        </div>
        <p className={styles.quiet}>
          <Sentence text={verdictText(resource)} />
        </p>
      </div>
      <div className={styles.buttons}>
        {server.openUrl && <OpenNotebookButton server={server} named />}
        <Toggle server={server} mayLose={idle.inUse !== false} />
      </div>
    </li>
  );
}

/** Stop, or start where it is off. */
function Toggle(props: { server: NotebookServer; mayLose: boolean }) {
  const { server, mayLose } = props;
  const { resource, state, title = resource.name } = server;
  const quick = useQuickOperation();
  const openDialog = useOperationDialog();
  const off = state === 'stopped' || state === 'stopping';
  const id = off ? 'notebook:start' : 'notebook:stop';
  const told = notebookAction(server, id);
  const subject = { title, resourceId: resource.id };
  if (!told) {
    return null;
  }
  const icon = off ? <RiPlayLine /> : <RiStopLine />;
  if (!told.available) {
    return (
      <OperationButton
        availability={told}
        label={`${told.title} ${title}`}
        icon={icon}
        onPress={() => undefined}
      />
    );
  }
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={icon}
        isPending={quick.busy}
        aria-label={`${told.title} ${title}`}
        // Somebody is at work in it, or may be: that is worth a question.
        onPress={() =>
          mayLose && !off ? openDialog(told, subject) : quick.run(told, subject)
        }
      >
        {told.title}
      </Button>
      {quick.problem && (
        <p className={styles.quiet} role="alert">
          <Sentence text={quick.problem} />
        </p>
      )}
    </>
  );
}
