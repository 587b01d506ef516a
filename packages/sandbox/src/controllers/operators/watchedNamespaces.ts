import type { SandboxApi } from '../../types';
import { NAMESPACES } from '../refs';

/** A label of namespaces: operators pass over those where it says `none`. */
export const LABEL_OPERATOR = 'spark-operator';

/** The operators' selector of job namespaces, as their flags hold it. */
export const NAMESPACE_SELECTOR = `${LABEL_OPERATOR}!=none`;

/** Whether the operators look at a namespace. */
export function isWatched(api: SandboxApi, namespace: string): boolean {
  const labels = api.get(NAMESPACES, undefined, namespace)?.metadata.labels;
  return labels?.[LABEL_OPERATOR] !== 'none';
}
