import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const dataBranch = FormFieldBlueprint.make({
  name: 'data-platform-data-branch',
  params: {
    field: () => import('../form/dataBranchField').then(m => m.dataBranchField),
  },
});

const repository = FormFieldBlueprint.make({
  name: 'data-platform-lakefs-repository',
  params: {
    field: () =>
      import('../register/repositoryField').then(m => m.repositoryField),
  },
});

export const formFields = [dataBranch, repository];
