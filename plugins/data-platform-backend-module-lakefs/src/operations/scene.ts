import { NotFoundError } from '@backstage/errors';
import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import {
  SystemApproval,
  SystemCall,
  SystemPlan,
  SystemPlanContext,
} from '@millrace/backstage-plugin-data-platform-node';
import { LakefsClient } from '../client/LakefsClient';
import { shareOf } from '../config/LakefsServer';
import { LakefsSource } from '../LakefsSource';
import { writerProblem } from '../model/writers';
import {
  BranchObject,
  KIND_BRANCH,
  KIND_REPOSITORY,
  RepositoryObject,
} from '../model/objects';

/** What an operation acts on that is asked of a branch, or of a repository with the branch named. */
export const ON_BRANCH = {
  nature: 'branch',
  actsOn: [KIND_BRANCH, KIND_REPOSITORY],
  ofEntity: KIND_REPOSITORY,
} as const;

/** Where an operation plays. */
export interface Scene {
  source: LakefsSource;
  client: LakefsClient;
  repository: string;
  /** Undefined while only a branch is indexed. */
  repositoryObject?: RepositoryObject;
  signal: AbortSignal;
  /** All refs of who asks. */
  ownershipRefs: readonly string[];
  /** What the portal knows of a branch; undefined for one that is younger than the last listing. */
  branch(name: string): BranchObject | undefined;
}

export function sceneOf(
  context: SystemPlanContext,
  sources: readonly LakefsSource[],
): Scene {
  const { row } = context.subject;
  const source = sources.find(({ name }) => name === row.source);
  const repository = row.namespace;
  if (!source || !repository) {
    throw new NotFoundError(
      `The lakeFS server ${row.source} is not configured any more.`,
    );
  }
  const found = context.find(KIND_REPOSITORY, repository);
  return {
    source,
    client: source.client,
    repository,
    repositoryObject: found?.object as RepositoryObject | undefined,
    signal: context.signal,
    ownershipRefs: context.ownershipRefs,
    branch: name =>
      context.find(KIND_BRANCH, name)?.object as BranchObject | undefined,
  };
}

/** The branch that an operation is about: as given, else the one that it was asked of. */
export function branchNamed(
  given: string | undefined,
  { subject }: SystemPlanContext,
): string | undefined {
  return (
    given ?? (subject.row.kind === KIND_BRANCH ? subject.row.name : undefined)
  );
}

/** A plan of a single call. */
export function oneCall(
  scene: Scene,
  plan: {
    title: string;
    /** The branch (or tag) that it changes. */
    about: string;
    action: string;
    values: Readonly<Record<string, unknown>>;
    findings: readonly Finding[];
    output?: Readonly<Record<string, unknown>>;
    approval?: SystemApproval;
  },
): SystemPlan {
  const { repository, source } = scene;
  const call: SystemCall = {
    id: plan.action,
    title: plan.title,
    source: source.name,
    action: plan.action,
    values: { repository, ...plan.values },
  };
  return {
    title: plan.title,
    claims: `${source.name}:${repository}/${plan.about}`,
    calls: [call],
    findings: [...notWriter(scene, plan), ...plan.findings],
    output: { source: source.name, repository, ...plan.output },
    ...(plan.approval && { approval: plan.approval }),
  };
}

/** Of branches that only some may write to. A tag is no branch. */
function notWriter(
  { source, repository, ownershipRefs }: Scene,
  { about, action }: { about: string; action: string },
): Finding[] {
  const rules = shareOf(source.server, repository)?.branches ?? [];
  const problem =
    action === 'tag' ? undefined : writerProblem(rules, about, ownershipRefs);
  return problem
    ? [errorAt(undefined, problem, 'Ask one of them to do it.')]
    : [];
}

/** A plan that only says why not. */
export function refused(
  scene: Scene,
  title: string,
  findings: readonly Finding[],
): SystemPlan {
  return {
    title,
    claims: `${scene.source.name}:${scene.repository}`,
    calls: [],
    findings,
  };
}

export function errorAt(
  field: string | undefined,
  message: string,
  remedy?: string,
): Finding {
  return {
    level: 'error',
    ...(field && { field }),
    message,
    ...(remedy && { remedy }),
  };
}

export function warning(message: string, remedy?: string): Finding {
  return { level: 'warning', message, ...(remedy && { remedy }) };
}

export function info(message: string): Finding {
  return { level: 'info', message };
}
