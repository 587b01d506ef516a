/** One requirement of a selector. */
type Requirement = (labels: Readonly<Record<string, string>>) => boolean;

/** Matches labels, as the API server would. */
export type LabelSelector = Requirement;

const KEY = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);
const EQUALS = new RegExp(`^(${KEY})\\s*(=|==|!=)\\s*([-A-Za-z0-9_.]*)$`);
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);

/**
 * Parses a selector in the syntax of kubectl (k8s.io/apimachinery/pkg/labels). Undefined for an empty one, which would
 * select everything, and for one that is malformed: such a selector selects nothing here.
 */
export function parseLabelSelector(text: string): LabelSelector | undefined {
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  const requirements: Requirement[] = [];
  for (const part of parts) {
    const requirement = parseRequirement(part);
    if (!requirement) {
      return undefined;
    }
    requirements.push(requirement);
  }
  return labels => requirements.every(requirement => requirement(labels));
}

function parseRequirement(part: string): Requirement | undefined {
  const equals = EQUALS.exec(part);
  if (equals) {
    const [, key, operator, value] = equals;
    // As upstream: a label that lacks differs from every value.
    return operator === '!='
      ? labels => labelOf(labels, key) !== value
      : labels => labelOf(labels, key) === value;
  }
  const set = SET.exec(part);
  if (set) {
    const [, key, operator, list] = set;
    const values = new Set(list.split(',').map(value => value.trim()));
    return operator === 'in'
      ? labels => values.has(labelOf(labels, key) ?? '\0')
      : labels => !values.has(labelOf(labels, key) ?? '\0');
  }
  const exists = EXISTS.exec(part);
  if (exists) {
    const [, not, key] = exists;
    return labels => (labelOf(labels, key) === undefined) === (not === '!');
  }
  return undefined;
}

function labelOf(
  labels: Readonly<Record<string, string>>,
  key: string,
): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
