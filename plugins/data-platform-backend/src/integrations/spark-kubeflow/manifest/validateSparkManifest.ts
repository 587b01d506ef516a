import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  SCHEDULED_SPARK_APPLICATION,
  SPARK_API_VERSION,
  SPARK_GROUP,
} from '../names';
import { field, isRecord, textAt } from '../../values/field';
import { code } from '../../values/plain';
import { scheduleFindings } from './scheduleRules';
import { sizeFindings } from './sizeRules';
import { confFindings } from '../../spark/manifest/confFindings';
import { DENIED_SPARK_CONF } from './deniedConf';
import {
  metadataFindings,
  NameRule,
} from '../../spark/manifest/metadataFindings';
import { SCHEDULE_NAME_MAX } from '../../spark/manifest/sparkName';
import { specFindings } from './specRules';
import { SPARK_APPLICATION } from '../../spark/names';

const SCHEDULE_NAME: NameRule = {
  max: SCHEDULE_NAME_MAX,
  remedy: `Use at most ${SCHEDULE_NAME_MAX} characters: the operator appends 20 for each run.`,
};
const RUN_NAME: NameRule = {
  remedy: 'Use a short name, for example orders-daily.',
  cut: { beyond: SCHEDULE_NAME_MAX, what: 'names of pods and runs' },
};

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
    ...metadataFindings(
      parsed,
      scheduled ? SCHEDULE_NAME : RUN_NAME,
      options.namespace,
    ),
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
