import { SCHEDULED_SPARK_APPLICATION } from '../names';
import { field, textAt } from '../../values/field';

/** The specification of one run: `spec` of a SparkApplication, `spec.template` of a schedule; with its path. */
export function definitionSpec(manifest: unknown): {
  spec: unknown;
  path: string;
} {
  return textAt(manifest, 'kind') === SCHEDULED_SPARK_APPLICATION
    ? { spec: field(manifest, 'spec', 'template'), path: 'spec.template' }
    : { spec: field(manifest, 'spec'), path: 'spec' };
}
