import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { confField } from '../../spark/manifest/confFindings';
import {
  lacksCpuLimit,
  preflight,
  SparkNamespace,
} from '../../spark/manifest/preflight';
import { field, numberAt, textAt } from '../../values/field';
import { apacheOperator } from '../model/apacheOperator';
import { confOf, sparkSize } from '../model/sparkSize';
import {
  CONF_ACCOUNT,
  COUNT_QUOTA,
  hasLifetime,
  WITHOUT_LIFETIME,
} from '../names';

/** What a run of this definition would run into in its namespace. */
export function preflightSpark(
  manifest: unknown,
  namespace: SparkNamespace,
): Finding[] {
  const spec = field(manifest, 'spec');
  const ttl = numberAt(spec, 'applicationTolerations', 'ttlAfterStopMillis');
  return preflight(
    {
      settings: apacheOperator.settings,
      size: sparkSize(spec),
      account: confOf(spec, CONF_ACCOUNT) ?? 'default',
      accountField: confField('spec', CONF_ACCOUNT),
      accountRemedy: `Write \`${CONF_ACCOUNT}: spark\`.`,
      sizeField: (role, refusal) =>
        confField(
          'spec',
          lacksCpuLimit(refusal)
            ? `spark.kubernetes.${role}.limit.cores`
            : `spark.${role}.${
                /memory/.test(refusal.clause) ? 'memory' : 'cores'
              }`,
        ),
      advice: text => text,
      countQuota: COUNT_QUOTA,
      lifetimeField: 'spec.applicationTolerations.ttlAfterStopMillis',
      ...(!hasLifetime(textAt(manifest, 'apiVersion')) && {
        lifetimeRemedy: WITHOUT_LIFETIME,
      }),
      expires: ttl !== undefined && ttl >= 0,
    },
    namespace,
  );
}
