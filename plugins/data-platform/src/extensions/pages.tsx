import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { overviewRouteRef } from '../routes';

const overviewPage = PageBlueprint.make({
  params: {
    path: '/data-platform',
    title: 'Data platform',
    icon: <RiStackLine />,
    routeRef: overviewRouteRef,
    loader: () =>
      import('../overview/OverviewPage').then(m => <m.OverviewPage />),
  },
});

export const pages = [overviewPage];
