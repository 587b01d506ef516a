import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ManifestPreview } from './ManifestPreview';

/** Schema of {@link previewField}. */
export const previewFieldSchema = makeFieldSchema({
  output: z => z.undefined().describe('Nothing: it shows, it does not ask'),
  uiOptions: z =>
    z.object({
      operation: z
        .string()
        .optional()
        .describe('Operation that is planned; spark-job:create unless told'),
      input: z
        .record(z.string())
        .optional()
        .describe(
          'Field of the operation to field of the form, where the names differ',
        ),
    }),
});

/** `ui:field: DataPlatformManifestPreview` */
export const previewField = createFormField({
  name: 'DataPlatformManifestPreview',
  component: ManifestPreview,
  schema: previewFieldSchema,
});
