import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { NotebookServerField } from './NotebookServerField';
import { validateNotebook } from './validateNotebook';

/** Schema of {@link notebookField}. */
export const notebookFieldSchema = makeFieldSchema({
  output: z =>
    z.record(z.unknown()).describe('Input of the operation notebook:create'),
});

/** `ui:field: DataPlatformNotebookServer` */
export const notebookField = createFormField({
  name: 'DataPlatformNotebookServer',
  component: NotebookServerField,
  schema: notebookFieldSchema,
  validation: validateNotebook,
});
