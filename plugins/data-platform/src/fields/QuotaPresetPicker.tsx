import { Skeleton } from '@backstage/ui';
import {
  usePresets,
  ViewProblem,
} from '@millrace/backstage-plugin-data-platform-react';
import { CardChoice } from './CardChoice';
import { fieldText } from './fieldText';
import type { quotaFieldSchema } from './quotaField';
import { QuotaNumbers } from './QuotaNumbers';

/** How much a domain may use, as cards with the numbers on them. */
export function QuotaPresetPicker(props: typeof quotaFieldSchema.TProps) {
  const { formData, onChange } = props;
  const { value, error, refresh } = usePresets();
  if (!value) {
    return error ? (
      <ViewProblem error={error} subject="the quotas" onRetry={refresh} />
    ) : (
      <Skeleton
        width="100%"
        height={160}
        role="status"
        aria-label="Loading the quotas"
      />
    );
  }
  return (
    <CardChoice
      {...fieldText(props, 'Quota')}
      value={formData}
      onChange={onChange}
      disabled={props.disabled}
      options={value.quotas.map(preset => ({
        id: preset.id,
        title: preset.title,
        body: <QuotaNumbers preset={preset} />,
      }))}
    />
  );
}
