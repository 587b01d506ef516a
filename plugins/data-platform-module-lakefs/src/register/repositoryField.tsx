import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { UnregisteredField } from './UnregisteredField';

/** Schema of {@link repositoryField}. */
export const repositoryFieldSchema = makeFieldSchema({
  output: z =>
    z
      .object({
        source: z.string().optional(),
        repository: z.string().optional(),
      })
      .describe('A lakeFS repository that nobody has registered'),
});

/** `ui:field: DataPlatformLakefsRepository` */
export const repositoryField = createFormField({
  name: 'DataPlatformLakefsRepository',
  component: UnregisteredField,
  schema: repositoryFieldSchema,
  validation: (value, field) => {
    if (!value?.source || !value.repository) {
      field.addError('Choose a repository.');
    }
  },
});
