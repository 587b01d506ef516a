import {
  Finding,
  literalSecrets,
} from '@millrace/backstage-plugin-data-platform-common';
import { errorAt } from '../findings';
import { NotebookInput } from './notebookInput';

/** What the controller sets itself: the path under which the server is reached. */
const RESERVED = new Set(['NB_PREFIX']);

/** Variables that are there twice, that are not the person's to set, or that hold a secret which anyone could read. */
export function environmentFindings(
  environment: NonNullable<NotebookInput['environment']>,
): Finding[] {
  const seen = new Set<string>();
  const names = environment.flatMap(({ name }, index) => {
    const field = `environment[${index}].name`;
    if (RESERVED.has(name)) {
      return [errorAt(field, `${name} is set by the notebook controller.`)];
    }
    const twice = seen.has(name);
    seen.add(name);
    return twice ? [errorAt(field, `${name} is there twice.`)] : [];
  });
  const secrets = environment.flatMap((variable, index) =>
    literalSecrets({ env: [variable] }).map(() =>
      errorAt(
        `environment[${index}].value`,
        `${variable.name} holds a secret in clear text; whoever may see the notebook server could read it.`,
        'Keep it in a Secret of the namespace and choose a PodDefault that hands it out.',
      ),
    ),
  );
  return [...names, ...secrets];
}
