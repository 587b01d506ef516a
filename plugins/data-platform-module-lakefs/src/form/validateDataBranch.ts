import { ApiHolder } from '@backstage/frontend-plugin-api';
import { dataPlatformApiRef } from '@millrace/backstage-plugin-data-platform-react';
import {
  DataBranchInput,
  dataBranchRequest,
  missingOf,
} from './DataBranchInput';

/** Lets the form go on only with what the backend would accept: nothing is half-made. */
export async function validateDataBranch(
  value: unknown,
  field: { addError(message: string): void },
  context: { apiHolder: ApiHolder },
): Promise<void> {
  const input = (value ?? {}) as DataBranchInput;
  const request = dataBranchRequest(input);
  if (!request) {
    field.addError(`Still missing: ${missingOf(input).join(', ')}.`);
    return;
  }
  const api = context.apiHolder.get(dataPlatformApiRef);
  if (!api) {
    return;
  }
  try {
    const plan = await api.plan(request);
    const errors = plan.findings.filter(({ level }) => level === 'error');
    errors.forEach(({ message, remedy }) =>
      field.addError(remedy ? `${message} ${remedy}` : message),
    );
    if (!plan.ok && errors.length === 0) {
      field.addError('This branch cannot be made; see what was found.');
    }
  } catch (error) {
    field.addError((error as Error).message);
  }
}
