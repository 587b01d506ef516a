import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { stringify } from 'yaml';
import { JobGroup } from '../../adoption/jobGroups';
import { ClusterError } from '../../clusters/ClusterError';
import { ClusterRefusal } from '../ClusterRefusal';
import { PlanContext } from '../definition';
import { errorAt } from '../findings';
import { readManifest } from '../generic/readManifest';
import { adoptedManifest } from './adoptedManifest';

/**
 * What a job runs, as text: its schedule, else its youngest run, read from the cluster as the person. Secrets in clear
 * text are refused with their path: the catalog would show them to everybody who may see the job.
 *
 * @param job - `name`: of the Component; `field`: of the input, for findings
 */
export async function readAdopted(
  { schedule, newest }: JobGroup,
  job: { name: string; field: string },
  context: PlanContext,
): Promise<{ text?: string; findings: Finding[] }> {
  const subject = schedule ?? newest;
  if (!subject) return { findings: [gone(job)] };
  const { source, apiVersion, kind, namespace, name, uid } = subject.row;
  let live: KubernetesObject | undefined;
  try {
    live = await context
      .writerFor(source)
      .read(
        { apiVersion, kind, namespace, name },
        { identity: 'user', signal: context.signal },
      );
  } catch (error) {
    if (error instanceof ClusterRefusal) {
      return {
        findings: error
          .findings()
          .map(finding => ({ ...finding, field: `${job.field}.key` })),
      };
    }
    if (error instanceof ClusterError && !context.signal.aborted) {
      return {
        findings: [
          errorAt(
            `${job.field}.key`,
            `${kind} ${namespace}/${name} could not be read. ${error.message}`,
            'Try again once the cluster answers.',
          ),
        ],
      };
    }
    throw error;
  }
  if (live?.metadata.uid !== uid) return { findings: [gone(job)] };
  const manifest = adoptedManifest(
    { ...live, apiVersion, kind },
    schedule ? name : job.name,
  );
  const text = stringify(manifest, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
  const { findings } = readManifest(text, 'manifest');
  return {
    ...(findings.length === 0 && { text }),
    findings: findings.map(finding => ({
      ...finding,
      field: `${job.field}.manifest.${finding.field}`,
      message: `${job.name}: ${finding.message}`,
      remedy: finding.remedy
        ? `${finding.remedy} Change it where the job is made, let it run once, and adopt it then.`
        : undefined,
    })),
  };
}

function gone({ name, field }: { name: string; field: string }): Finding {
  return errorAt(
    `${field}.key`,
    `${name}: its objects have gone from the cluster.`,
    'Reload the list.',
  );
}
