import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  lacksCpuLimit,
  preflight,
  SparkNamespace,
} from '../../spark/manifest/preflight';
import { numberAt, textAt } from '../../values/field';
import { kubeflowOperator } from '../model/kubeflowOperator';
import { sparkSize } from '../model/sparkSize';
import { COUNT_QUOTA } from '../names';
import { definitionSpec } from './definitionSpec';

/** What a run of this definition would run into in its namespace. */
export function preflightSpark(
  manifest: unknown,
  namespace: SparkNamespace,
): Finding[] {
  const { spec, path } = definitionSpec(manifest);
  return preflight(
    {
      settings: kubeflowOperator.settings,
      size: sparkSize(spec),
      account: textAt(spec, 'driver', 'serviceAccount') ?? 'default',
      accountField: `${path}.driver.serviceAccount`,
      accountRemedy: 'Write `serviceAccount: spark`.',
      sizeField: (role, refusal) =>
        `${path}.${role}${lacksCpuLimit(refusal) ? '.coreLimit' : ''}`,
      advice: text => text.split('`spec.').join(`\`${path}.`),
      countQuota: COUNT_QUOTA,
      lifetimeField: `${path}.timeToLiveSeconds`,
      expires: (numberAt(spec, 'timeToLiveSeconds') ?? 0) > 0,
    },
    namespace,
  );
}
