import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { entriesAt } from '../../values/field';
import { code } from '../../values/plain';

/** Settings that an operator refuses, with what to do instead. */
export type DeniedConf = Readonly<Record<string, string>>;

/** Path of a setting. */
export function confField(path: string, key: string): string {
  return `${path}.sparkConf["${key.slice(0, 120)}"]`;
}

/** Findings on `sparkConf` of a specification, which must be a mapping of text to text. */
export function confFindings(
  spec: unknown,
  path: string,
  rules: { denied: DeniedConf; namespace?: string },
): Finding[] {
  const { denied, namespace } = rules;
  const findings: Finding[] = [];
  for (const [key, value] of entriesAt(spec, 'sparkConf')) {
    const field = confField(path, key);
    const remedy = Object.prototype.hasOwnProperty.call(denied, key)
      ? denied[key]
      : undefined;
    if (remedy) {
      findings.push({
        level: 'error',
        field,
        message: `The operator refuses the setting ${code(key)}.`,
        remedy,
      });
    } else if (typeof value !== 'string') {
      findings.push({
        level: 'error',
        field,
        message: `The value of ${code(key)} must be text.`,
        remedy: 'Put it in quotes.',
      });
    } else if (
      key === 'spark.kubernetes.namespace' &&
      namespace !== undefined &&
      value !== namespace
    ) {
      findings.push({
        level: 'error',
        field,
        message: `The setting ${code(
          key,
        )} must equal the namespace of the job, ${code(namespace)}.`,
        remedy: 'Leave it out.',
      });
    }
  }
  return findings;
}
