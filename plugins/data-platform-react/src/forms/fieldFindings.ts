import { Finding } from '@millrace/backstage-plugin-data-platform-common';

/** Findings by the field of the form that they are about, and those that are about none. */
export interface SortedFindings {
  byField: ReadonlyMap<string, readonly Finding[]>;
  rest: readonly Finding[];
}

/** Where the input of an operation ends up in a manifest. */
const PREFIXES = [
  'input.',
  'spec.template.spec.',
  'spec.template.',
  'spec.sparkConf.spark.',
  'spec.',
];

/**
 * Sorts findings to the fields of a form. A finding names the input (`executor.memory`, `arguments[2]`) or the place
 * in the manifest that the input was written to (`spec.template.executor.memory`).
 */
export function sortFindings(
  findings: readonly Finding[],
  fields: readonly string[],
): SortedFindings {
  const byField = new Map<string, Finding[]>();
  const rest: Finding[] = [];
  for (const finding of findings) {
    const field = finding.field && fieldOf(finding.field, fields);
    if (field) {
      byField.set(field, [...(byField.get(field) ?? []), finding]);
    } else {
      rest.push(finding);
    }
  }
  return { byField, rest };
}

function fieldOf(path: string, fields: readonly string[]): string | undefined {
  const prefix = PREFIXES.find(start => path.startsWith(start)) ?? '';
  const bare = path.slice(prefix.length);
  const covering = fields.filter(
    field =>
      bare === field ||
      bare.startsWith(`${field}.`) ||
      bare.startsWith(`${field}[`),
  );
  // The most exact of those that cover it.
  return covering.sort((a, b) => b.length - a.length)[0];
}
