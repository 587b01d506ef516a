import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  dataPlatformApiRef,
  EmptyState,
  ManifestText,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { RunSubject } from './RunSubject';
import styles from './RunDetails.module.css';

/** The definition that the run had, and the object as the cluster has it. */
export function RunDefinition(props: { subject: RunSubject }) {
  const { definition, definitionIsCurrent, nature, resourceId } = props.subject;
  return (
    <>
      {definition && (
        <section>
          <h3 className={styles.title}>
            {currency(definitionIsCurrent) ?? 'What was submitted'}
          </h3>
          <ManifestText text={definition} label="Definition of this run" />
        </section>
      )}
      {!definition && nature === 'run' && (
        <EmptyState compact title="The definition of this run is not known.">
          It was submitted outside the portal and has not been recorded.
        </EmptyState>
      )}
      {resourceId && <LiveObject resourceId={resourceId} />}
    </>
  );
}

function currency(isCurrent: boolean | undefined): string | undefined {
  if (isCurrent === undefined) {
    return undefined;
  }
  return isCurrent
    ? 'This run has the definition that the job has now'
    : 'The definition of the job has changed since this run';
}

/** Read from the cluster on demand, as the person. */
function LiveObject(props: { resourceId: string }) {
  const { resourceId } = props;
  const api = useApi(dataPlatformApiRef);
  const [asked, setAsked] = useState(0);
  const [text, setText] = useState<string>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    if (!asked) {
      return undefined;
    }
    const abort = new AbortController();
    setError(undefined);
    api.manifest(resourceId, abort.signal).then(setText, (cause: Error) => {
      if (!abort.signal.aborted) {
        setError(cause);
      }
    });
    return () => abort.abort();
  }, [api, resourceId, asked]);
  if (error) {
    return (
      <ViewProblem
        error={error}
        subject="the object on the cluster"
        onRetry={() => setAsked(asked + 1)}
      />
    );
  }
  return (
    <section>
      <h3 className={styles.title}>On the cluster now</h3>
      {text === undefined ? (
        <Button
          size="small"
          variant="secondary"
          isPending={asked > 0}
          onPress={() => setAsked(1)}
        >
          Read from the cluster
        </Button>
      ) : (
        <ManifestText text={text} label="Object on the cluster" />
      )}
    </section>
  );
}
