import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const clusterPicker = FormFieldBlueprint.make({
  name: 'data-platform-cluster-picker',
  params: {
    field: () => import('../fields/clusterField').then(m => m.clusterField),
  },
});

const domainPicker = FormFieldBlueprint.make({
  name: 'data-platform-domain-picker',
  params: {
    field: () => import('../fields/domainField').then(m => m.domainField),
  },
});

const quotaPresetPicker = FormFieldBlueprint.make({
  name: 'data-platform-quota-preset-picker',
  params: {
    field: () => import('../fields/quotaField').then(m => m.quotaField),
  },
});

const manifestPreview = FormFieldBlueprint.make({
  name: 'data-platform-manifest-preview',
  params: {
    field: () => import('../fields/previewField').then(m => m.previewField),
  },
});

const notebookServer = FormFieldBlueprint.make({
  name: 'data-platform-notebook-server',
  params: {
    field: () =>
      import('../notebooks/form/notebookField').then(m => m.notebookField),
  },
});

export const formFields = [
  clusterPicker,
  domainPicker,
  quotaPresetPicker,
  manifestPreview,
  notebookServer,
];
