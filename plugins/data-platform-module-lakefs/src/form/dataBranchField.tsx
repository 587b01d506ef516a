import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { NewBranchField } from './NewBranchField';
import { validateDataBranch } from './validateDataBranch';

/** Schema of {@link dataBranchField}. */
export const dataBranchFieldSchema = makeFieldSchema({
  output: z =>
    z
      .record(z.unknown())
      .describe(
        'entityRef: of a lakefs-repository; the rest is the input of the operation lakefs:branch-create',
      ),
});

/** `ui:field: DataPlatformDataBranch` */
export const dataBranchField = createFormField({
  name: 'DataPlatformDataBranch',
  component: NewBranchField,
  schema: dataBranchFieldSchema,
  validation: validateDataBranch,
});
