import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { ClusterConnection } from './types';

/** A kind that the portal reads. */
export interface ReadKind {
  kind: string;
  group?: string;
  plural: string;
}

export interface AccessCheckOptions {
  connection: ClusterConnection;
  /** What is indexed: the portal needs list and watch, and get for details. */
  reads: readonly ReadKind[];
  /** What people create, patch and delete through the portal. */
  writes: readonly ReadKind[];
  signal: AbortSignal;
}

/** One question of a SelfSubjectAccessReview. */
interface Question {
  group?: string;
  resource: string;
  verb: string;
  name?: string;
}

const DOCS = 'see examples/rbac';

/**
 * Finds out, as the portal itself, which rights it lacks and whether it holds one that it must not hold.
 *
 * @returns findings in words, worst first; empty when all is as it should be
 * @throws ClusterError when the cluster does not answer
 */
export async function checkAccess(
  options: AccessCheckOptions,
): Promise<readonly Finding[]> {
  const may = (question: Question) => ask(options, question);
  const findings = [
    ...(await unrestricted(options, may)),
    ...(await reads(options, may)),
    ...(await impersonation(options, may)),
  ];
  const rank = { error: 0, warning: 1, info: 2 };
  return findings.sort((a, b) => rank[a.level] - rank[b.level]);
}

type May = (question: Question) => Promise<boolean>;

/** Who may become system:masters may do anything, Secrets included (seen on 1.36). */
async function unrestricted(
  { connection }: AccessCheckOptions,
  may: May,
): Promise<Finding[]> {
  const masters = await may({
    resource: 'groups',
    verb: 'impersonate',
    name: 'system:masters',
  });
  return masters
    ? [
        {
          level: 'warning',
          message: `The portal holds the unrestricted right to impersonate on cluster ${connection.name}, which makes its account as strong as cluster-admin.`,
          remedy: `Replace it by constrained impersonation (Kubernetes 1.36) or by named groups; ${DOCS}.`,
        },
      ]
    : [];
}

async function reads(
  { connection, reads: kinds }: AccessCheckOptions,
  may: May,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { kind, group, plural } of kinds) {
    const lacking: string[] = [];
    for (const verb of ['get', 'list', 'watch']) {
      if (!(await may({ group, resource: plural, verb }))) {
        lacking.push(verb);
      }
    }
    if (lacking.length > 0) {
      const unreadable = lacking.some(verb => verb !== 'get');
      findings.push({
        level: unreadable ? 'error' : 'warning',
        message: `The portal may not ${lacking.join(', ')} ${resourceName(
          plural,
          group,
        )} (${kind}) on the whole of cluster ${connection.name}.`,
        remedy: `Grant it, or name the namespaces it may read in dataPlatform.kubernetes.clusters.${connection.name}.namespaces; ${DOCS}.`,
      });
    }
  }
  return findings;
}

/** Operations run as people: by the plain right (by name, or for all), or by the constrained one of 1.36. */
async function impersonation(
  { connection, writes }: AccessCheckOptions,
  may: May,
): Promise<Finding[]> {
  if (
    (await may({ resource: 'users', verb: 'impersonate' })) &&
    (await may({ resource: 'groups', verb: 'impersonate' }))
  ) {
    return [];
  }
  const constrained = {
    group: 'authentication.k8s.io',
    verb: 'impersonate:user-info',
  };
  if (
    !(await may({ ...constrained, resource: 'users' })) ||
    !(await may({ ...constrained, resource: 'groups' }))
  ) {
    return [
      {
        level: 'warning',
        message: `The portal has no general right to impersonate people on cluster ${connection.name}: operations will be refused there, unless each group is granted by name.`,
        remedy: `Grant impersonate:user-info on users and groups, and impersonate-on rules for the kinds; ${DOCS}.`,
      },
    ];
  }
  const findings: Finding[] = [];
  for (const { group, plural } of writes) {
    const lacking: string[] = [];
    for (const verb of ['create', 'get', 'patch', 'delete']) {
      const constrainedVerb = `impersonate-on:user-info:${verb}`;
      if (!(await may({ group, resource: plural, verb: constrainedVerb }))) {
        lacking.push(constrainedVerb);
      }
    }
    if (lacking.length > 0) {
      findings.push({
        level: 'warning',
        message: `On cluster ${
          connection.name
        } people cannot be acted for on ${resourceName(
          plural,
          group,
        )}: the portal lacks ${lacking.join(', ')}.`,
        remedy: `Add a rule with these verbs; ${DOCS}.`,
      });
    }
  }
  return findings;
}

async function ask(
  { connection, signal }: AccessCheckOptions,
  question: Question,
): Promise<boolean> {
  const response = await connection.request({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: question },
    },
    signal,
  });
  const body = (await response.json()) as {
    status?: { allowed?: unknown };
  } | null;
  return response.status < 300 && body?.status?.allowed === true;
}

/** `sparkapplications.sparkoperator.k8s.io` */
function resourceName(plural: string, group: string | undefined): string {
  return group ? `${plural}.${group}` : plural;
}
