import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Alert, BgProvider } from '@backstage/ui';
import {
  findingsOf,
  FormFindings,
  FormPlan,
  sortFindings,
  useNotebookOptions,
  usePlan,
  useRefreshEvery,
} from '@millrace/backstage-plugin-data-platform-react';
import { costPerHour, estimate } from './estimate';
import { EstimatePanel } from './EstimatePanel';
import { formFieldsOf } from './formFieldsOf';
import { NotebookForm } from './NotebookForm';
import { NotebookInput, withDefaults } from './NotebookInput';
import type { notebookFieldSchema } from './notebookField';
import { missingOf, notebookProblems } from './notebookProblems';
import { requestOf, sizeOf } from './requestOf';
import styles from './form.module.css';

/** How old the figures of the quota may be. */
const FRESH_MS = 30_000;

/** The form of a new notebook server: its value is the input of `notebook:create`. */
export function NotebookServerField(props: typeof notebookFieldSchema.TProps) {
  const { onChange: onValue, rawErrors = [] } = props;
  const onChange = useCallback(
    (next: NotebookInput) => onValue({ ...next }),
    [onValue],
  );
  const input = useMemo(
    () => (props.formData ?? {}) as NotebookInput,
    [props.formData],
  );
  const offer = useNotebookOptions(
    input.domain ? { domainRef: input.domain } : undefined,
  );
  const options =
    offer.value?.domainRef === input.domain ? offer.value : undefined;
  useRefreshEvery(offer.refresh, input.domain ? FRESH_MS : undefined);
  // Once for a domain: what the person empties afterwards stays empty.
  const filledFor = useRef<string>();
  useEffect(() => {
    if (options && filledFor.current !== options.domainRef) {
      filledFor.current = options.domainRef;
      const filled = withDefaults(input, options);
      if (JSON.stringify(filled) !== JSON.stringify(input)) {
        onChange(filled);
      }
    }
  }, [options, input, onChange]);

  const problems = notebookProblems(input, options);
  const wrong = problems.some(({ level }) => level === 'error');
  const complete = !!options && missingOf(input).length === 0 && !wrong;
  const { plan, error, loading } = usePlan(
    complete
      ? JSON.stringify({ operation: 'notebook:create', input })
      : undefined,
  );
  const told = complete ? plan?.findings ?? findingsOf(error) : [];
  const sorted = sortFindings([...problems, ...told], formFieldsOf(input));
  const lines = options
    ? estimate(options.quota, requestOf(input, options))
    : [];
  return (
    // The form of a template is a white sheet of its own kind: without this the inputs are white on white.
    <BgProvider bg="neutral-1">
      <div className={styles.form}>
        {rawErrors.length > 0 && (
          <Alert
            status="danger"
            icon
            title="The server cannot be made like this."
            description={rawErrors.join(' ')}
          />
        )}
        <FormFindings byField={sorted.byField}>
          <NotebookForm
            input={input}
            onChange={onChange}
            options={options}
            error={offer.error}
            onRetry={offer.refresh}
          />
        </FormFindings>
        {options && (
          <>
            <EstimatePanel
              lines={lines}
              options={options}
              cost={costPerHour(sizeOf(input, options), options.prices)}
            />
            <FormPlan
              plan={complete ? plan : undefined}
              error={complete ? error : undefined}
              loading={loading && complete}
              complete={complete}
              wrong={wrong}
              findings={sorted.rest}
            />
          </>
        )}
      </div>
    </BgProvider>
  );
}
