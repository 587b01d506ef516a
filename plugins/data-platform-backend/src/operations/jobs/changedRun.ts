import {
  ANNOTATION_CHANGED,
  ANNOTATION_DATE_ARGUMENT,
  ANNOTATION_DEFINITION,
  Finding,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  DataBranchRef,
  KubernetesManifest,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import { stringify } from 'yaml';
import { RunValues } from '../../integrations/spark/runValues';
import { errorAt } from '../findings';
import { contentFindings } from '../generic/readManifest';
import { runOnBranch } from './branch/runOnBranch';
import { dateArgumentProblem } from './dateArgument';
import { definitionOf } from './jobObjects';
import { Job } from './jobOf';
import { ChangedValues, changedWords, fieldOfPath } from './jobRunValues';
import { rendererOf } from './sparkRenderers';

/** A run that differs from its job's definition, with the definition it has. */
export interface ChangedRun {
  object: KubernetesManifest;
  definition: { hash: string; yaml: string };
  /** What differs, in short words. */
  changed: string;
  /** What is to be said of the branch that it is on. */
  findings: Finding[];
}

/**
 * A run with values of its own, marked with what they are; undefined where nothing differs.
 * @param target - of the branch that `values` names
 */
export function changedRun(
  run: KubernetesManifest,
  values: Omit<ChangedValues, 'branch'> & { branch?: DataBranchRef },
  job: Pick<Job, 'name'>,
  target?: RunTarget,
): ChangedRun | undefined {
  const { branch } = values;
  const changed = changedWords({ ...values, branch: branch?.branch });
  if (!changed) return undefined;
  const valued = rendererOf(run).withRunValues(run, values);
  const { object, findings } =
    branch && target
      ? runOnBranch(valued, branch, target)
      : { object: valued, findings: [] };
  const { labels } = object.metadata;
  const definition = definitionOf(
    stringify(
      { ...object, metadata: { name: job.name, ...(labels && { labels }) } },
      { lineWidth: 0, aliasDuplicateObjects: false },
    ),
  );
  return {
    object: {
      ...object,
      metadata: {
        ...object.metadata,
        annotations: {
          ...object.metadata.annotations,
          [ANNOTATION_DEFINITION]: definition.hash,
          [ANNOTATION_CHANGED]: changed,
        },
      },
    },
    definition,
    changed,
    findings,
  };
}

/** Pattern of the argument that carries the date: as given, else as the job says. */
export function dateArgumentOf(
  given: string | undefined,
  { entity }: Pick<Job, 'entity'>,
): { pattern?: string; findings: Finding[] } {
  const pattern =
    given ?? entity.metadata.annotations?.[ANNOTATION_DATE_ARGUMENT];
  const problem = pattern
    ? dateArgumentProblem(pattern)
    : 'It is not known which argument carries the date.';
  return problem
    ? {
        findings: [
          errorAt(
            'dateArgument',
            problem,
            `Write it as --date={date}. To keep it, annotate the job with ${ANNOTATION_DATE_ARGUMENT}.`,
          ),
        ],
      }
    : { pattern, findings: [] };
}

/** Findings on a run's manifest, at the fields of the form. */
export function atFormFields(
  findings: readonly Finding[],
  values: RunValues,
): Finding[] {
  return findings.map(finding => {
    const field = fieldOfPath(finding.field, values);
    return field === finding.field ? finding : { ...finding, field };
  });
}

/** What may stand in no manifest, as a person types it: a secret in an argument. */
export function valueFindings(values: RunValues): Finding[] {
  return contentFindings({ spec: { arguments: values.arguments } }).map(
    finding => ({ ...finding, field: 'arguments' }),
  );
}
