import { lazy, Suspense } from 'react';
import { Container, Skeleton } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { OverviewPage } from '../overview/OverviewPage';
import { PlatformTabs } from './PlatformTabs';

const AdoptPage = lazy(() =>
  import('../adopt/AdoptPage').then(m => ({ default: m.AdoptPage })),
);
const NotebooksPage = lazy(() =>
  import('../notebooks/list/NotebooksPage').then(m => ({
    default: m.NotebooksPage,
  })),
);
const ApprovalsPage = lazy(() =>
  import('../approvals/ApprovalsPage').then(m => ({
    default: m.ApprovalsPage,
  })),
);
const ActivityPage = lazy(() =>
  import('../activity/ActivityPage').then(m => ({ default: m.ActivityPage })),
);

/** The pages under one header: what runs, notebook servers, what is not adopted, what waits for leave, who did what. */
export function PlatformPages() {
  return (
    <>
      <PlatformTabs />
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/adopt" element={<AdoptPage />} />
          <Route path="/notebooks" element={<NotebooksPage />} />
          <Route path="/approvals" element={<ApprovalsPage />} />
          <Route path="/activity" element={<ActivityPage />} />
          <Route path="*" element={<OverviewPage />} />
        </Routes>
      </Suspense>
    </>
  );
}

function Loading() {
  return (
    <Container>
      <Skeleton
        width="100%"
        height={320}
        role="status"
        aria-label="Loading the page"
      />
    </Container>
  );
}
