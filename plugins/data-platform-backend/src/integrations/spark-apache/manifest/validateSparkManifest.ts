import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { confFindings } from '../../spark/manifest/confFindings';
import { sparkNameProblem } from '../../spark/manifest/sparkName';
import { field, isRecord, textAt } from '../../spark/model/field';
import { code } from '../../spark/model/plain';
import { SPARK_APPLICATION } from '../../spark/names';
import { APACHE_API_VERSION, APACHE_GROUP, APACHE_VERSIONS } from '../names';
import { DENIED_CONF } from './deniedConf';
import { RUN_NAME_MAX } from './runName';
import { confSizeFindings } from './sizeRules';
import { specFindings } from './specRules';

/** Runs get a suffix of nine characters. */
const JOB_NAME_MAX = RUN_NAME_MAX - 9;

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
    ...metadataFindings(parsed, options.namespace),
    ...specFindings(spec),
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

function metadataFindings(
  parsed: Record<string, unknown>,
  namespace: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const name = textAt(parsed, 'metadata', 'name');
  const problem = name ? sparkNameProblem(name) : 'The name is missing.';
  if (problem) {
    findings.push({
      level: 'error',
      field: 'metadata.name',
      message: problem,
      remedy: 'Use a short name, for example orders-daily.',
    });
  } else if (name && name.length > JOB_NAME_MAX) {
    findings.push({
      level: 'warning',
      field: 'metadata.name',
      message: `The name has ${name.length} characters, so the names of its runs are cut.`,
      remedy: `Use at most ${JOB_NAME_MAX}.`,
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
