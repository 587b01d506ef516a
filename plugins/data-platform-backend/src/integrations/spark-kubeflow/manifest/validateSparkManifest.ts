import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  SCHEDULED_SPARK_APPLICATION,
  SPARK_API_VERSION,
  SPARK_GROUP,
} from '../names';
import { field, isRecord, textAt } from '../../spark/model/field';
import { code } from '../../spark/model/plain';
import { scheduleFindings } from './scheduleRules';
import { sizeFindings } from './sizeRules';
import { confFindings } from '../../spark/manifest/confFindings';
import { DENIED_SPARK_CONF } from './deniedConf';
import {
  SCHEDULE_NAME_MAX,
  sparkNameProblem,
} from '../../spark/manifest/sparkName';
import { specFindings } from './specRules';
import { SPARK_APPLICATION } from '../../spark/names';

/**
 * Checks a definition of a Spark job before anything is sent. What the server's schema tells too is told here with a remedy;
 * what no server tells (the operator's rules, traps of Spark) is told here alone.
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
        remedy: `Begin it with \`apiVersion: ${SPARK_API_VERSION}\`.`,
      },
    ];
  }
  const foreign = kindFindings(parsed);
  if (foreign.length > 0) {
    return foreign;
  }
  const scheduled = parsed.kind === SCHEDULED_SPARK_APPLICATION;
  const path = scheduled ? 'spec.template' : 'spec';
  const spec = scheduled ? field(parsed, 'spec', 'template') : parsed.spec;
  const namespace =
    options.namespace ?? textAt(parsed, 'metadata', 'namespace');
  return [
    ...metadataFindings(parsed, scheduled, options.namespace),
    ...(scheduled ? scheduleFindings(parsed.spec) : []),
    ...specFindings(spec, path),
    ...sizeFindings(spec, path),
    ...confFindings(spec, path, { denied: DENIED_SPARK_CONF, namespace }),
  ];
}

function kindFindings(parsed: Record<string, unknown>): Finding[] {
  const apiVersion = textAt(parsed, 'apiVersion');
  const kind = textAt(parsed, 'kind');
  if (apiVersion !== SPARK_API_VERSION) {
    const otherGroup =
      kind === SPARK_APPLICATION && !apiVersion?.startsWith(`${SPARK_GROUP}/`);
    return [
      {
        level: 'error',
        field: 'apiVersion',
        message: otherGroup
          ? `${code(
              apiVersion ?? 'nothing',
            )} is not the Spark operator that runs here, although its kind has the same name.`
          : `The apiVersion must be ${code(SPARK_API_VERSION)}.`,
        remedy: `Write \`apiVersion: ${SPARK_API_VERSION}\`.`,
      },
    ];
  }
  if (kind !== SPARK_APPLICATION && kind !== SCHEDULED_SPARK_APPLICATION) {
    return [
      {
        level: 'error',
        field: 'kind',
        message: `The kind ${code(
          kind ?? 'nothing',
        )} is not allowed for a Spark job.`,
        remedy: `Write \`kind: ${SPARK_APPLICATION}\` or \`kind: ${SCHEDULED_SPARK_APPLICATION}\`.`,
      },
    ];
  }
  return [];
}

function metadataFindings(
  parsed: Record<string, unknown>,
  scheduled: boolean,
  namespace: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const name = textAt(parsed, 'metadata', 'name');
  const problem = name
    ? sparkNameProblem(name, scheduled ? SCHEDULE_NAME_MAX : undefined)
    : 'The name is missing.';
  if (problem) {
    findings.push({
      level: 'error',
      field: 'metadata.name',
      message: problem,
      remedy: scheduled
        ? `Use at most ${SCHEDULE_NAME_MAX} characters: the operator appends 20 for each run.`
        : 'Use a short name, for example orders-daily.',
    });
  } else if (!scheduled && name && name.length > SCHEDULE_NAME_MAX) {
    findings.push({
      level: 'warning',
      field: 'metadata.name',
      message: `The name has ${name.length} characters, so names of pods and runs are cut.`,
      remedy: `Use at most ${SCHEDULE_NAME_MAX}.`,
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
