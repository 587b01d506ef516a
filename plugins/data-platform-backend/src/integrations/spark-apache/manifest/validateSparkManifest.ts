import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { confFindings } from '../../spark/manifest/confFindings';
import {
  metadataFindings,
  NameRule,
} from '../../spark/manifest/metadataFindings';
import { field, isRecord, textAt } from '../../values/field';
import { code } from '../../values/plain';
import { SPARK_APPLICATION } from '../../spark/names';
import { APACHE_API_VERSION, APACHE_GROUP, APACHE_VERSIONS } from '../names';
import { DENIED_CONF } from './deniedConf';
import { RUN_NAME_MAX } from './runName';
import { confSizeFindings } from './sizeRules';
import { specFindings } from './specRules';

/** Runs get a suffix of nine characters. */
const JOB_NAME_MAX = RUN_NAME_MAX - 9;
const NAME_RULE: NameRule = {
  remedy: 'Use a short name, for example orders-daily.',
  cut: { beyond: JOB_NAME_MAX, what: 'the names of its runs' },
};

/**
 * Checks a definition of a Spark job for the Apache operator before anything is sent: what the server's schema tells too with
 * a remedy, and what no server tells.
 * @param parsed - what the YAML became; any value
 * @param options - `namespace`: where the job will run
 */
export function validateSparkManifest(
  parsed: unknown,
  options: { namespace?: string } = {},
): Finding[] {
  if (!isRecord(parsed)) {
    return [
      {
        level: 'error',
        message: 'The manifest is not a mapping.',
        remedy: `Begin it with \`apiVersion: ${APACHE_API_VERSION}\`.`,
      },
    ];
  }
  const foreign = kindFindings(parsed);
  if (foreign.length > 0) {
    return foreign;
  }
  const spec = field(parsed, 'spec');
  const namespace =
    options.namespace ?? textAt(parsed, 'metadata', 'namespace');
  return [
    ...metadataFindings(parsed, NAME_RULE, options.namespace),
    ...specFindings(spec, textAt(parsed, 'apiVersion')),
    ...confSizeFindings(spec),
    ...confFindings(spec, 'spec', { denied: DENIED_CONF, namespace }),
  ];
}

function kindFindings(parsed: Record<string, unknown>): Finding[] {
  const apiVersion = textAt(parsed, 'apiVersion') ?? 'nothing';
  const kind = textAt(parsed, 'kind') ?? 'nothing';
  const known = APACHE_VERSIONS.map(version => `${APACHE_GROUP}/${version}`);
  if (!known.includes(apiVersion)) {
    return [
      {
        level: 'error',
        field: 'apiVersion',
        message: `The apiVersion must be ${code(APACHE_API_VERSION)}.`,
        remedy: `Write \`apiVersion: ${APACHE_API_VERSION}\`.`,
      },
    ];
  }
  if (kind !== SPARK_APPLICATION) {
    return [
      {
        level: 'error',
        field: 'kind',
        message: `The kind ${code(kind)} is not allowed for a Spark job.`,
        remedy: `Write \`kind: ${SPARK_APPLICATION}\`.`,
      },
    ];
  }
  return [];
}
