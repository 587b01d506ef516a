import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataBranches,
  DataBranchRef,
  ResourceSystem,
} from '@millrace/backstage-plugin-data-platform-node';
import { ResourceIndex } from '../store/types';

/** What the index knows of a data branch. Rows are missing until a listing has shown them. */
export interface BranchRows {
  dataBranches: DataBranches;
  branch?: PlatformResource;
  repository?: PlatformResource;
}

/** The rows of a branch and of its repository, unfiltered; undefined where no system with data branches has that source. */
export function branchRows(
  { source, repository, branch }: DataBranchRef,
  systems: readonly ResourceSystem[],
  index: Pick<ResourceIndex, 'find'>,
): BranchRows | undefined {
  const system = systems.find(({ sources }) =>
    sources.some(({ name }) => name === source),
  );
  if (!system?.dataBranches) return undefined;
  const { dataBranches, resources } = system;
  const find = (kind: string, name: string) => {
    const group = resources.find(each => each.kind === kind)?.match.group;
    if (group === undefined) return undefined;
    return index.find({ source, group, kind, namespace: repository, name })
      ?.row;
  };
  return {
    dataBranches,
    branch: find(dataBranches.branchKind, branch),
    repository: find(dataBranches.repositoryKind, repository),
  };
}
