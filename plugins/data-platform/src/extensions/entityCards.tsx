import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { domainFilter, jobFilter, productFilter } from './entityFilters';

// The layout for jobs draws it itself, on top; this one is for portals with a layout of their own.
const jobCard = EntityCardBlueprint.make({
  name: 'job',
  disabled: true,
  params: {
    filter: jobFilter,
    loader: () => import('../job/JobCard').then(m => <m.JobCard />),
  },
});

const productCard = EntityCardBlueprint.make({
  name: 'product',
  params: {
    filter: productFilter,
    loader: () => import('../rollup/ProductCard').then(m => <m.ProductCard />),
  },
});

const domainCard = EntityCardBlueprint.make({
  name: 'domain',
  params: {
    filter: domainFilter,
    loader: () => import('../rollup/DomainCard').then(m => <m.DomainCard />),
  },
});

const domainSpaceCard = EntityCardBlueprint.make({
  name: 'domain-space',
  params: {
    filter: domainFilter,
    type: 'info',
    loader: () =>
      import('../rollup/DomainSpaceCard').then(m => <m.DomainSpaceCard />),
  },
});

export const entityCards = [jobCard, productCard, domainCard, domainSpaceCard];
