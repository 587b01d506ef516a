import {
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { jobFilter } from './entityFilters';

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

export const entityContents = [jobRuns, jobLayout];
