import { badRequest } from '../errors/status';
import { ResourceType } from '../resources/ResourceType';
import { KubeObject } from '../types';

export type FieldMatcher = (object: KubeObject) => boolean;

interface Term {
  field: string;
  value: string;
  negated: boolean;
}

/**
 * Parses a field selector for a resource; only the fields that the resource declares can be selected.
 *
 * @throws 400 in the words of the real server, which differ between kinds
 */
export function parseFieldSelector(
  selector: string,
  type: ResourceType,
): FieldMatcher {
  const terms = parseTerms(selector);
  for (const { field } of terms) checkField(field, type);
  return object =>
    terms.every(
      ({ field, value, negated }) =>
        (valueAt(object, field) === value) !== negated,
    );
}

/** The name that a selector pins the list to, as authorisation takes it. */
export function selectedName(selector: string): string | undefined {
  return parseTerms(selector).find(
    term => term.field === 'metadata.name' && !term.negated,
  )?.value;
}

function parseTerms(selector: string): Term[] {
  return selector
    .split(/(?<!\\),/)
    .filter(term => term !== '')
    .map(term => {
      const match = /^(.*?)(!=|==|=)(.*)$/.exec(term);
      if (!match) {
        throw badRequest(
          `invalid selector: '${selector}'; can't understand '${term}'`,
        );
      }
      const [, field, operator, value] = match;
      return {
        field,
        value: value.replace(/\\([\\,=])/g, '$1'),
        negated: operator === '!=',
      };
    });
}

function checkField(field: string, type: ResourceType): void {
  const common = ['metadata.name', 'metadata.namespace'];
  if (common.includes(field) || type.selectable.includes(field)) return;
  if (type.custom || type.selectable.length > 0) {
    throw badRequest(`field label not supported: ${field}`);
  }
  throw badRequest(
    `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
  );
}

function valueAt(object: KubeObject, field: string): string {
  if (field === 'source' && object.kind === 'Event') {
    return object.source?.component || object.reportingComponent || '';
  }
  if (field === 'name') return object.metadata.name;
  let value: any = object;
  for (const key of field.split('.')) value = value?.[key];
  return value === undefined || value === null ? '' : String(value);
}
