import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const dataBranch = FormFieldBlueprint.make({
  name: 'data-platform-data-branch',
  params: {
    field: () => import('../form/dataBranchField').then(m => m.dataBranchField),
  },
});

export const formFields = [dataBranch];
