import { Alert, Skeleton } from '@backstage/ui';
import {
  FindingList,
  findingsOf,
  ManifestText,
  Sentence,
  usePlan,
} from '@millrace/backstage-plugin-data-platform-react';
import { fieldText } from './fieldText';
import type { previewFieldSchema } from './previewField';
import { previewInput } from './previewInput';
import styles from './ManifestPreview.module.css';

/** What the form would create, as YAML, and what stands against it; follows the typing. */
export function ManifestPreview(props: typeof previewFieldSchema.TProps) {
  const { formContext, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const text = fieldText(props, 'Preview');
  const form = (formContext?.formData ?? {}) as Record<string, unknown>;
  const input = previewInput(form, options?.input);
  const operation = options?.operation ?? 'spark-job:create';
  const { plan, error, loading } = usePlan(
    JSON.stringify({ operation, input }),
  );
  const shown = plan?.steps.filter(step => step.manifest) ?? [];
  return (
    <section
      className={styles.preview}
      aria-label={text.label}
      aria-busy={loading}
    >
      <h3 className={styles.title}>{text.label}</h3>
      {text.description && <p className={styles.note}>{text.description}</p>}
      <p className={styles.note} role="status">
        {statusOf(loading, plan?.ok, error)}
      </p>
      {error && (
        <Alert
          status="danger"
          icon
          title="This cannot be previewed."
          description={<Sentence text={error.message} />}
        />
      )}
      <FindingList findings={plan?.findings ?? findingsOf(error)} />
      {!plan && !error && <Skeleton width="100%" height={160} />}
      {shown.map(step => (
        <div key={step.id} className={styles.step}>
          <p className={styles.note}>{step.title}</p>
          <ManifestText text={step.manifest!} label={step.title} />
        </div>
      ))}
      {plan && shown.length === 0 && plan.findings.length === 0 && (
        <p className={styles.note}>
          There is nothing to show yet; fill in the form.
        </p>
      )}
    </section>
  );
}

function statusOf(
  loading: boolean,
  ok: boolean | undefined,
  error: Error | undefined,
): string {
  if (loading) {
    return 'Checking …';
  }
  if (error) {
    return '';
  }
  return ok
    ? 'Checked: this can be created.'
    : 'This cannot be created yet; see below.';
}
