import { LabelMatcher, parseLabelSelector } from './labelSelector';

/** metav1.LabelSelector. */
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

function expressionText(key: string, operator: string, values: string[] = []) {
  if (operator === 'Exists') return key;
  if (operator === 'DoesNotExist') return `!${key}`;
  return `${key} ${operator.toLowerCase()} (${values.join(',')})`;
}

/**
 * A selector as objects hold it. An empty one takes everything.
 *
 * @throws 400 in the words of the real parser
 */
export function objectSelector(selector: LabelSelector = {}): LabelMatcher {
  return parseLabelSelector(
    [
      ...Object.entries(selector.matchLabels ?? {}).map(
        ([key, value]) => `${key}=${value}`,
      ),
      ...(selector.matchExpressions ?? []).map(({ key, operator, values }) =>
        expressionText(key, operator, values),
      ),
    ].join(','),
  );
}
