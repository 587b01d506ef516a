import {
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { repositoryFilter } from './entityFilters';

const branches = EntityContentBlueprint.make({
  name: 'lakefs-branches',
  params: {
    path: '/branches',
    title: 'Branches',
    filter: repositoryFilter,
    loader: () =>
      import('../branches/BranchesTab').then(m => <m.BranchesTab />),
  },
});

const repositoryLayout = EntityContentLayoutBlueprint.make({
  name: 'lakefs-repository',
  params: {
    filter: repositoryFilter,
    loader: () =>
      import('../repository/RepositoryLayout').then(m => m.RepositoryLayout),
  },
});

export const entityContents = [branches, repositoryLayout];
