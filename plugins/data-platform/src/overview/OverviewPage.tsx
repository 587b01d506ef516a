import { lazy, Suspense, useMemo } from 'react';
import { Container } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { Health } from '@millrace/backstage-plugin-data-platform-common';
import {
  HealthCounts,
  LiveMark,
  useLastValue,
  useResources,
  useSources,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { OperatorBanner } from '../operators/OperatorBanner';
import { operatorsDown } from '../operators/operatorsDown';
import { RunDrawer } from '../run/RunDrawer';
import { BranchesNote } from './BranchesNote';
import { kindTitleOf } from './kindTitle';
import { narrows, queryOf } from './ResourceFilter';
import { ResourceFilterBar } from './ResourceFilterBar';
import { ResourceTable } from './ResourceTable';
import { ResourcesEmpty } from './ResourcesEmpty';
import { SourcesPanel } from './SourcesPanel';
import { SupersededNote } from './SupersededNote';
import { useResourceFilter } from './useResourceFilter';
import styles from './OverviewPage.module.css';

const MyNotebooksCard = lazy(() =>
  import('../notebooks/mine/MyNotebooksCard').then(m => ({
    default: m.MyNotebooksCard,
  })),
);

/** Everything that runs, across clusters. */
export function OverviewPage() {
  const { filter, change } = useResourceFilter();
  const resources = useResources(queryOf(filter));
  const sources = useSources();
  const [params, setParams] = useSearchParams();
  const opened = params.get('resource') ?? undefined;
  // The page before stays on the screen until the next one is here.
  const page = useLastValue(resources.value);

  const open = (id: string | undefined) =>
    setParams(before => {
      const after = new URLSearchParams(before);
      if (id) {
        after.set('resource', id);
      } else {
        after.delete('resource');
      }
      return after;
    });
  const toggle = (health: Health) =>
    change({
      health: filter.health.includes(health)
        ? filter.health.filter(other => other !== health)
        : [...filter.health, health],
    });
  const items = sources.value?.items;
  const titleOf = useMemo(() => kindTitleOf(items ?? []), [items]);

  return (
    <Container>
      <div className={styles.page}>
        <OperatorBanner down={operatorsDown(items)} />
        <section className={styles.counts} aria-label="Health of everything">
          {page && (
            <HealthCounts
              counts={page.counts}
              selected={filter.health}
              onToggle={toggle}
            />
          )}
          <LiveMark />
        </section>
        <Suspense fallback={null}>
          <MyNotebooksCard />
        </Suspense>
        <SourcesPanel sources={sources} />
        <ResourceFilterBar
          filter={filter}
          onChange={change}
          sources={items ?? []}
        />
        {resources.error && (
          <ViewProblem
            error={resources.error}
            subject={page ? 'anything newer than this' : 'what runs'}
            onRetry={resources.refresh}
          />
        )}
        <SupersededNote
          count={page?.superseded}
          shown={filter.past}
          onChange={past => change({ past })}
        />
        {!filter.kind && (
          <BranchesNote sources={items} onList={kind => change({ kind })} />
        )}
        {(page || !resources.error) && (
          <ResourceTable
            page={page}
            filter={filter}
            titleOf={titleOf}
            pending={!resources.value && resources.loading}
            onChange={change}
            onOpen={open}
            empty={
              <ResourcesEmpty
                total={page?.total ?? 0}
                onFirst={() => change({ page: 1 })}
                warming={!!page?.warming}
                narrowed={narrows(filter)}
                sources={items}
                onClear={() =>
                  change({
                    health: [],
                    cluster: undefined,
                    kind: undefined,
                    domain: undefined,
                    text: undefined,
                  })
                }
              />
            }
          />
        )}
      </div>
      {opened && (
        <RunDrawer resourceId={opened} onClose={() => open(undefined)} />
      )}
    </Container>
  );
}
