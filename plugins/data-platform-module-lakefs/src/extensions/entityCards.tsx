import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { productFilter, repositoryFilter } from './entityFilters';

const productBranches = EntityCardBlueprint.make({
  name: 'lakefs-product-branches',
  params: {
    filter: productFilter,
    type: 'info',
    loader: () =>
      import('../product/ProductBranchesCard').then(m => (
        <m.ProductBranchesCard />
      )),
  },
});

const productHistory = EntityCardBlueprint.make({
  name: 'lakefs-product-history',
  params: {
    filter: productFilter,
    type: 'info',
    loader: () =>
      import('../product/ProductHistoryCard').then(m => (
        <m.ProductHistoryCard />
      )),
  },
});

// The layout draws it itself, on top of the page. As a card it is for portals that switch the layout off.
const repositoryCard = EntityCardBlueprint.make({
  name: 'lakefs-repository',
  disabled: true,
  params: {
    filter: repositoryFilter,
    loader: () =>
      import('../repository/RepositoryCard').then(m => <m.RepositoryCard />),
  },
});

export const entityCards = [productBranches, productHistory, repositoryCard];
