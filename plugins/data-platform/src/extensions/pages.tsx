import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { overviewRouteRef } from '../routes';

const platformPage = PageBlueprint.make({
  params: {
    path: '/data-platform',
    title: 'Data platform',
    icon: <RiStackLine />,
    routeRef: overviewRouteRef,
    loader: () =>
      import('../pages/PlatformPages').then(m => <m.PlatformPages />),
  },
});

export const pages = [platformPage];
