import { useCallback, useEffect, useMemo } from 'react';
import { Alert, BgProvider } from '@backstage/ui';
import {
  findingsOf,
  FormFindings,
  FormPlan,
  formStyles,
  sortFindings,
  usePlan,
} from '@millrace/backstage-plugin-data-platform-react';
import { useRepositories } from '../data/useRepositories';
import {
  DataBranchInput,
  dataBranchRequest,
  missingOf,
} from './DataBranchInput';
import type { dataBranchFieldSchema } from './dataBranchField';
import { NewBranchForm } from './NewBranchForm';
import {
  NEW_BRANCH_FIELDS,
  newBranchProblems,
  USUAL_DAYS,
} from './NewBranchInput';
import { RepositorySelect } from './RepositorySelect';

/** The form of a new data branch in a template; its plan follows the typing. */
export function NewBranchField(props: typeof dataBranchFieldSchema.TProps) {
  const { onChange: onValue, rawErrors = [] } = props;
  const onChange = useCallback(
    (next: DataBranchInput) => onValue({ ...next }),
    [onValue],
  );
  const input = useMemo(
    () => (props.formData ?? {}) as DataBranchInput,
    [props.formData],
  );
  const repositories = useRepositories();
  const usable = repositories.value?.items.filter(
    ({ resource }) => resource.entityRef,
  );
  const only = usable?.length === 1 ? usable[0].resource.entityRef : undefined;
  useEffect(() => {
    if (only && !input.entityRef) {
      onChange({ days: USUAL_DAYS, ...input, entityRef: only });
    }
  }, [only, input, onChange]);
  const chosen = usable?.find(
    ({ resource }) => resource.entityRef === input.entityRef,
  );
  const problems = newBranchProblems(input);
  const complete = missingOf(input).length === 0 && problems.length === 0;
  const { plan, error, loading } = usePlan(
    complete ? JSON.stringify(dataBranchRequest(input)) : undefined,
  );
  const told = complete ? plan?.findings ?? findingsOf(error) : [];
  const sorted = sortFindings([...problems, ...told], NEW_BRANCH_FIELDS);
  return (
    // The form of a template is a white sheet of its own kind: without this the inputs are white on white.
    <BgProvider bg="neutral-1">
      <div className={formStyles.form}>
        {rawErrors.length > 0 && (
          <Alert
            status="danger"
            icon
            title="The branch cannot be made like this."
            description={rawErrors.join(' ')}
          />
        )}
        <RepositorySelect
          repositories={usable}
          error={repositories.error}
          onRetry={repositories.refresh}
          value={input.entityRef}
          // Refs of another repository mean nothing.
          onChange={entityRef => {
            const { source: _, ...rest } = input;
            // What was chosen once stays, also that it lives for ever.
            const first = input.entityRef ? {} : { days: USUAL_DAYS };
            onChange({ ...first, ...rest, entityRef });
          }}
        />
        {chosen && (
          <FormFindings byField={sorted.byField}>
            <NewBranchForm
              address={chosen}
              defaultBranch={chosen.defaultBranch}
              input={input}
              onChange={next =>
                onChange({ ...next, entityRef: input.entityRef })
              }
            />
          </FormFindings>
        )}
        {chosen && (
          <FormPlan
            plan={complete ? plan : undefined}
            error={complete ? error : undefined}
            loading={loading && complete}
            complete={complete}
            wrong={problems.length > 0}
            findings={sorted.rest}
          />
        )}
      </div>
    </BgProvider>
  );
}
