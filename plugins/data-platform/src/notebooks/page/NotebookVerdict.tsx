import { Skeleton } from '@backstage/ui';
import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  Sentence,
  VerdictBanner,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { NotebookActionBar } from '../NotebookActionBar';
import { useNotebookEntity } from '../useNotebookEntity';
import styles from '../notebooks.module.css';

/** How the notebook server of this page is, why, and what can be done about it. */
export function NotebookVerdict() {
  const { title, gone, notebook } = useNotebookEntity();
  const { value, error } = notebook;
  if (gone) {
    return (
      <EmptyState title="There is no such notebook server on the cluster.">
        It was deleted, or it has just been made and is not seen yet. This page
        follows by itself; the entity leaves the catalog with the object.
      </EmptyState>
    );
  }
  if (!value) {
    return error ? (
      <ViewProblem
        error={error}
        subject="the state of this notebook server"
        onRetry={notebook.refresh}
      />
    ) : (
      <Skeleton
        width="100%"
        height={104}
        role="status"
        aria-label="Loading the state of this notebook server"
      />
    );
  }
  const { server, detail, volumes } = value;
  return (
    <div className={styles.column}>
      <VerdictBanner
        assessment={detail.assessment}
        stale={detail.stale}
        details={<Place server={server} />}
        actions={
          <NotebookActionBar title={title} server={server} volumes={volumes} />
        }
      />
      {server.state === 'running' && !server.openUrl && server.openNote && (
        <p className={styles.quiet}>
          Open is not possible now. <Sentence text={server.openNote} />
        </p>
      )}
      {error && (
        <ViewProblem
          error={error}
          subject="anything newer than this"
          onRetry={notebook.refresh}
        />
      )}
    </div>
  );
}

function Place(props: { server: NotebookServer }) {
  const { kind, namespace, source } = props.server.resource;
  return (
    <span>
      {kind} in {namespace} on {source}
      {props.server.generation === 2 && ' · beta'}
    </span>
  );
}
