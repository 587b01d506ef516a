import {
  Fact,
  LakefsRepository,
  Source,
} from '@millrace/backstage-plugin-data-platform-common';

/** What a repository is and where, as far as it is known. */
export function repositoryFacts(
  repository: LakefsRepository,
  server: Source | undefined,
): Fact[] {
  const { protection, truncated, branches } = repository;
  return [
    {
      key: 'server',
      label: 'Server',
      value: serverName(repository),
    },
    ...(server?.version
      ? [{ key: 'version', label: 'Version', value: server.version }]
      : []),
    { key: 'repository', label: 'Repository', value: repository.repository },
    {
      key: 'default',
      label: 'Default branch',
      value: repository.defaultBranch,
    },
    {
      key: 'branches',
      label: 'Branches',
      value: `${branches.toLocaleString('en-US')}${truncated ? '+' : ''}`,
    },
    {
      key: 'protected',
      label: 'Protected',
      value: protection ? protection.join(', ') || 'none' : 'not known',
      ...(protection?.length === 0 && { warning: true }),
    },
    ...(repository.readOnly
      ? [{ key: 'readOnly', label: 'Writes', value: 'read-only' }]
      : []),
  ];
}

/** A stand-in says so, unless its title does. */
function serverName(repository: LakefsRepository): string {
  const { source, sourceTitle = source, sandbox } = repository;
  return sandbox && !/sandbox/i.test(sourceTitle)
    ? `${sourceTitle} (sandbox)`
    : sourceTitle;
}
