import { list, record, text, texts } from '../../sources/fields';

/**
 * Whether a label selector, as an object has it, chooses these labels. An empty or malformed one chooses nothing: what it
 * hides would else be hidden from everybody.
 * @see k8s.io/apimachinery, type LabelSelector
 */
export function selects(
  selector: unknown,
  labels: Readonly<Record<string, string>>,
): boolean {
  const { matchLabels, matchExpressions } = record(selector);
  const equal = Object.entries(texts(matchLabels));
  const expressions = list(matchExpressions).map(record);
  if (equal.length + expressions.length === 0) return false;
  return (
    equal.every(([key, value]) => labels[key] === value) &&
    expressions.every(expression => holds(expression, labels))
  );
}

function holds(
  { key, operator, values }: Record<string, unknown>,
  labels: Readonly<Record<string, string>>,
): boolean {
  const name = text(key);
  if (!name) return false;
  const has = Object.hasOwn(labels, name);
  const listed = has && list(values).includes(labels[name]);
  switch (operator) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
    default:
      return false;
  }
}
