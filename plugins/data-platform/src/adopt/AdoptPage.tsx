import { useState } from 'react';
import { Alert, Container, Skeleton } from '@backstage/ui';
import { AdoptionPage } from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  useAdoption,
  useLastValue,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { AdoptFilterBar } from './AdoptFilterBar';
import { JobsSection } from './JobsSection';
import { NamespacesSection } from './NamespacesSection';
import { useAdoptFilter } from './useAdoptFilter';
import styles from './adopt.module.css';

const PAGE = 50;

/** What runs on the clusters and belongs to nothing of the portal yet, and how it can be adopted. Nothing is changed there. */
export function AdoptPage() {
  const { filter, change } = useAdoptFilter();
  const [offset, setOffset] = useState(0);
  const { value, error, loading, refresh } = useAdoption({
    ...filter,
    limit: PAGE,
    offset,
  });
  const page = useLastValue(value);
  const narrowed = Object.values(filter).some(Boolean);
  const nothing =
    page && page.namespaces.length === 0 && page.totalJobs === 0 && !narrowed;
  return (
    <Container>
      <div className={styles.page}>
        <p className={styles.lead}>
          Jobs that ran before the portal was here, and the namespaces that they
          run in. To adopt is to register: the catalog knows them afterwards,
          and their history and verdicts have a page. Nothing on the cluster is
          changed.
        </p>
        <AdoptFilterBar
          filter={filter}
          onChange={patch => {
            setOffset(0);
            change(patch);
          }}
        />
        {error && (
          <ViewProblem
            error={error}
            subject={page ? 'anything newer than this' : 'what is not adopted'}
            onRetry={refresh}
          />
        )}
        {!page && !error && (
          <Skeleton
            width="100%"
            height={320}
            role="status"
            aria-label="Loading what is not adopted"
          />
        )}
        {page?.catalogWarming && !nothing && (
          <Alert
            status="info"
            icon
            title="The catalog is still being read."
            description="What is listed here may belong to the portal already; nothing is offered for adoption until that is known. The page follows by itself."
          />
        )}
        {nothing && (
          <EmptyState
            title={
              page.warming
                ? firstReading(page)
                : 'Everything that runs belongs to a job.'
            }
          >
            {page.warming
              ? 'The list fills by itself.'
              : 'What is started outside the portal and belongs to no job appears here.'}
          </EmptyState>
        )}
        {page && !nothing && (
          <>
            <NamespacesSection namespaces={page.namespaces} />
            <JobsSection
              page={page}
              stale={!value && loading}
              narrowed={narrowed}
              pageSize={PAGE}
              offset={offset}
              onOffset={setOffset}
              onClear={() => change({ q: undefined, source: undefined })}
            />
          </>
        )}
      </div>
    </Container>
  );
}

function firstReading({ catalogWarming }: AdoptionPage): string {
  return catalogWarming
    ? 'Reading the clusters and the catalog for the first time …'
    : 'Reading the clusters for the first time …';
}
