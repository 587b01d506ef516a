import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { ClusterConnection } from './types';

/** A kind that the portal reads. */
export interface ReadKind {
  kind: string;
  group?: string;
  plural: string;
  clusterScoped?: boolean;
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
  subresource?: string;
  verb: string;
  name?: string;
  namespace?: string;
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
  const { name } = connection;
  const findings: Finding[] = [];
  for (const { kind, group, plural, clusterScoped } of kinds) {
    const namespaces = clusterScoped ? undefined : connection.namespaces;
    for (const namespace of namespaces ?? [undefined]) {
      const lacking = await refused(['get', 'list', 'watch'], verb =>
        may({ group, resource: plural, verb, namespace }),
      );
      if (lacking.length > 0) {
        const what = `${resourceName(plural, group)} (${kind})`;
        const where = namespace ? `in namespace ${namespace}` : 'on the whole';
        findings.push({
          level: lacking.some(verb => verb !== 'get') ? 'error' : 'warning',
          message: `The portal may not ${lacking.join(
            ', ',
          )} ${what} ${where} of cluster ${name}.`,
          remedy: `Grant it, or name the namespaces it may read in dataPlatform.kubernetes.clusters.${name}.namespaces; ${DOCS}.`,
        });
      }
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
  return actingFor({ connection, writes }, may);
}

/** What the constrained right is for: one verb for each verb that people use on a kind. */
async function actingFor(
  { connection, writes }: Pick<AccessCheckOptions, 'connection' | 'writes'>,
  may: May,
): Promise<Finding[]> {
  const acts = [
    ...writes.map(({ group, plural }) => ({
      what: resourceName(plural, group),
      question: { group, resource: plural },
      verbs: ['create', 'get', 'patch', 'delete'],
    })),
    {
      what: 'pods/log',
      question: { resource: 'pods', subresource: 'log' },
      verbs: ['get'],
    },
  ];
  const findings: Finding[] = [];
  for (const { what, question, verbs } of acts) {
    const lacking = await refused(
      verbs.map(verb => `impersonate-on:user-info:${verb}`),
      verb => may({ ...question, verb }),
    );
    if (lacking.length > 0) {
      findings.push({
        level: 'warning',
        message: `On cluster ${
          connection.name
        } people cannot be acted for on ${what}: the portal lacks ${lacking.join(
          ', ',
        )}.`,
        remedy: `Add a rule with these verbs; ${DOCS}.`,
      });
    }
  }
  return findings;
}

/** The verbs that are not allowed. */
async function refused(
  verbs: readonly string[],
  allowed: (verb: string) => Promise<boolean>,
): Promise<string[]> {
  const result: string[] = [];
  for (const verb of verbs) {
    if (!(await allowed(verb))) {
      result.push(verb);
    }
  }
  return result;
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
