import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { textAt } from '../../values/field';
import { code } from '../../values/plain';
import { sparkNameProblem } from './sparkName';

/** How long names may be, and why. */
export interface NameRule {
  /** Longer than this it is refused; undefined: what Kubernetes allows. */
  max?: number;
  /** What to do about a name that is refused. */
  remedy: string;
  /** Longer than this something is cut: what. */
  cut?: { beyond: number; what: string };
}

/** Findings on name and namespace of a definition. */
export function metadataFindings(
  parsed: Record<string, unknown>,
  rule: NameRule,
  namespace: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const name = textAt(parsed, 'metadata', 'name');
  const problem = name
    ? sparkNameProblem(name, rule.max)
    : 'The name is missing.';
  if (problem) {
    findings.push({
      level: 'error',
      field: 'metadata.name',
      message: problem,
      remedy: rule.remedy,
    });
  } else if (rule.cut && name && name.length > rule.cut.beyond) {
    findings.push({
      level: 'warning',
      field: 'metadata.name',
      message: `The name has ${name.length} characters, so ${rule.cut.what} are cut.`,
      remedy: `Use at most ${rule.cut.beyond}.`,
    });
  }
  const own = textAt(parsed, 'metadata', 'namespace');
  if (own && namespace && own !== namespace) {
    findings.push({
      level: 'error',
      field: 'metadata.namespace',
      message: `The namespace ${code(
        own,
      )} is not the one of the data domain, ${code(namespace)}.`,
      remedy: 'Leave it out.',
    });
  }
  return findings;
}
