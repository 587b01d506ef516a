import { ComponentType, useState } from 'react';
import { Container } from '@backstage/ui';
import { ClusterPicker } from '../src/fields/ClusterPicker';
import { DomainPicker } from '../src/fields/DomainPicker';
import { ManifestPreview } from '../src/fields/ManifestPreview';
import { QuotaPresetPicker } from '../src/fields/QuotaPresetPicker';

const fields = [
  ClusterPicker,
  DomainPicker,
  QuotaPresetPicker,
  ManifestPreview,
] as ComponentType<unknown>[] as ComponentType<Record<string, unknown>>[];

/** The form fields side by side, outside a template. */
export function FieldsPage() {
  const [form, setForm] = useState<Record<string, unknown>>({});
  return (
    <Container>
      {fields.map((Field, index) => (
        <div key={index} style={{ maxWidth: 760, marginBottom: 32 }}>
          <Field
            schema={{}}
            uiSchema={{}}
            formContext={{ formData: form }}
            formData={form[index]}
            onChange={(value: unknown) =>
              setForm(before => ({ ...before, [index]: value }))
            }
          />
        </div>
      ))}
    </Container>
  );
}
