import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { DomainPicker } from './DomainPicker';

/** Schema of {@link domainField}. */
export const domainFieldSchema = makeFieldSchema({
  output: z => z.string().describe('Entity ref of the data domain'),
});

/** `ui:field: DataPlatformDomainPicker` */
export const domainField = createFormField({
  name: 'DataPlatformDomainPicker',
  component: DomainPicker,
  schema: domainFieldSchema,
});
