import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { QuotaPresetPicker } from './QuotaPresetPicker';

/** Schema of {@link quotaField}. */
export const quotaFieldSchema = makeFieldSchema({
  output: z => z.string().describe('Id of the quota preset'),
});

/** `ui:field: DataPlatformQuotaPresetPicker` */
export const quotaField = createFormField({
  name: 'DataPlatformQuotaPresetPicker',
  component: QuotaPresetPicker,
  schema: quotaFieldSchema,
});
