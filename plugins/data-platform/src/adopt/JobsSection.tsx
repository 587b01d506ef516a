import { lazy, Suspense, useState } from 'react';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import {
  AdoptableJob,
  AdoptionPage,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  EmptyState,
  PastTheEnd,
} from '@millrace/backstage-plugin-data-platform-react';
import { JobsTable } from './JobsTable';
import { MOST_JOBS } from './jobNames';
import styles from './adopt.module.css';

const AdoptJobsDialog = lazy(() =>
  import('./AdoptJobsDialog').then(m => ({ default: m.AdoptJobsDialog })),
);

/** The jobs that are not adopted, to be chosen and adopted together. */
export function JobsSection(props: {
  page: AdoptionPage;
  stale: boolean;
  narrowed: boolean;
  pageSize: number;
  offset: number;
  onOffset: (offset: number) => void;
  onClear: () => void;
}) {
  const { page, narrowed } = props;
  const dialogApi = useApi(dialogApiRef);
  // By key, also of other pages: what is chosen stays chosen.
  const [chosen, setChosen] = useState<ReadonlyMap<string, AdoptableJob>>(
    new Map(),
  );
  const tooMany = chosen.size > MOST_JOBS;
  const adopt = () =>
    dialogApi.open(({ dialog }) => (
      <Suspense fallback={null}>
        <AdoptJobsDialog
          jobs={[...chosen.values()]}
          onAdopted={() => setChosen(new Map())}
          onClose={() => dialog.close()}
        />
      </Suspense>
    ));
  return (
    <section className={styles.section} aria-labelledby="adopt-jobs">
      <div className={styles.head}>
        <Text as="h2" variant="title-x-small" weight="bold" id="adopt-jobs">
          Jobs ({page.totalJobs.toLocaleString()})
        </Text>
        <span className={styles.grow} />
        <span role="status" className={styles.quiet}>
          {tooMany
            ? `${chosen.size} chosen; at most ${MOST_JOBS} at a time.`
            : chosen.size > 0 && `${chosen.size} chosen`}
        </span>
        {chosen.size > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setChosen(new Map())}
          >
            Choose none
          </Button>
        )}
        <Button
          size="small"
          variant="primary"
          isDisabled={chosen.size === 0 || tooMany}
          onPress={adopt}
        >
          Adopt the chosen…
        </Button>
      </div>
      <JobsTable
        {...props}
        chosen={chosen}
        onChoose={setChosen}
        empty={
          page.totalJobs > 0 ? (
            <PastTheEnd
              what="jobs"
              total={page.totalJobs}
              onFirst={() => props.onOffset(0)}
            />
          ) : (
            <EmptyState
              title={
                narrowed
                  ? 'No job matches this filter.'
                  : 'No job waits to be adopted.'
              }
              action={
                narrowed && (
                  <Button
                    size="small"
                    variant="secondary"
                    onPress={props.onClear}
                  >
                    Clear filters
                  </Button>
                )
              }
            >
              {!narrowed &&
                'Runs that belong to no job appear here as soon as they are seen in a namespace that you may see.'}
            </EmptyState>
          )
        }
      />
    </section>
  );
}
