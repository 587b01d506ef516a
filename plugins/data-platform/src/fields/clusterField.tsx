import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ClusterPicker } from './ClusterPicker';

/** Schema of {@link clusterField}. */
export const clusterFieldSchema = makeFieldSchema({
  output: z => z.string().describe('Name of the cluster'),
  uiOptions: z =>
    z.object({
      serves: z
        .array(z.string())
        .optional()
        .describe('Kinds that it must serve, as Kind.group'),
    }),
});

/** `ui:field: DataPlatformClusterPicker` */
export const clusterField = createFormField({
  name: 'DataPlatformClusterPicker',
  component: ClusterPicker,
  schema: clusterFieldSchema,
});
