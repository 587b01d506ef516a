import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  domainFilter,
  jobFilter,
  notebookFilter,
  productFilter,
  repositoryFilter,
} from './entityFilters';

// The layouts draw these themselves, on top of the page. As cards they are for
// portals that switch the layouts off, and are switched on by app-config there.

const jobCard = EntityCardBlueprint.make({
  name: 'job',
  disabled: true,
  params: {
    filter: jobFilter,
    loader: () => import('../job/JobCard').then(m => <m.JobCard />),
  },
});

const jobVerdictCard = EntityCardBlueprint.make({
  name: 'job-verdict',
  disabled: true,
  params: {
    filter: jobFilter,
    loader: () => import('../job/JobVerdict').then(m => <m.JobVerdict />),
  },
});

const productCard = EntityCardBlueprint.make({
  name: 'product',
  disabled: true,
  params: {
    filter: productFilter,
    loader: () => import('../rollup/ProductCard').then(m => <m.ProductCard />),
  },
});

const domainCard = EntityCardBlueprint.make({
  name: 'domain',
  disabled: true,
  params: {
    filter: domainFilter,
    loader: () => import('../rollup/DomainCard').then(m => <m.DomainCard />),
  },
});

const domainSpaceCard = EntityCardBlueprint.make({
  name: 'domain-space',
  disabled: true,
  params: {
    filter: domainFilter,
    type: 'info',
    loader: () =>
      import('../rollup/DomainSpaceCard').then(m => <m.DomainSpaceCard />),
  },
});

const notebookCard = EntityCardBlueprint.make({
  name: 'notebook-server',
  disabled: true,
  params: {
    filter: notebookFilter,
    loader: () =>
      import('../notebooks/page/NotebookVerdict').then(m => (
        <m.NotebookVerdict />
      )),
  },
});

// Pages of systems that modules bring have no layout of ours that draws it.
const activityCard = EntityCardBlueprint.make({
  name: 'activity',
  params: {
    filter: repositoryFilter,
    type: 'info',
    loader: () =>
      import('../activity/ActivityCard').then(m => <m.ActivityCard />),
  },
});

export const entityCards = [
  jobCard,
  jobVerdictCard,
  productCard,
  domainCard,
  domainSpaceCard,
  notebookCard,
  activityCard,
];
