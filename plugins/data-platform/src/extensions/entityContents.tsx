import {
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  domainFilter,
  jobFilter,
  notebookFilter,
  productFilter,
} from './entityFilters';

const jobRuns = EntityContentBlueprint.make({
  name: 'runs',
  params: {
    path: '/runs',
    title: 'Runs',
    filter: jobFilter,
    loader: () => import('../job/JobRuns').then(m => <m.JobRuns />),
  },
});

const jobLayout = EntityContentLayoutBlueprint.make({
  name: 'spark-job',
  params: {
    filter: jobFilter,
    loader: () => import('../job/JobLayout').then(m => m.JobLayout),
  },
});

const productLayout = EntityContentLayoutBlueprint.make({
  name: 'data-product',
  params: {
    filter: productFilter,
    loader: () => import('../rollup/ProductLayout').then(m => m.ProductLayout),
  },
});

const domainLayout = EntityContentLayoutBlueprint.make({
  name: 'data-domain',
  params: {
    filter: domainFilter,
    loader: () => import('../rollup/DomainLayout').then(m => m.DomainLayout),
  },
});

const notebookLayout = EntityContentLayoutBlueprint.make({
  name: 'notebook-server',
  params: {
    filter: notebookFilter,
    loader: () =>
      import('../notebooks/page/NotebookLayout').then(m => m.NotebookLayout),
  },
});

const domainNotebooks = EntityContentBlueprint.make({
  name: 'domain-notebooks',
  params: {
    path: '/notebooks',
    title: 'Notebooks',
    filter: domainFilter,
    loader: () =>
      import('../notebooks/list/DomainNotebooks').then(m => (
        <m.DomainNotebooks />
      )),
  },
});

export const entityContents = [
  jobRuns,
  jobLayout,
  productLayout,
  domainLayout,
  notebookLayout,
  domainNotebooks,
];
