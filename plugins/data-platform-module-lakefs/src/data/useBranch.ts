import { useResource } from '@millrace/backstage-plugin-data-platform-react';
import { RepositoryAddress } from './kinds';
import { useBranches } from './useBranches';

/** One branch by name, live, with its evidence and what can be done with it. */
export function useBranch(address: RepositoryAddress, name: string) {
  const { value, ...read } = useBranches(address, { name, limit: 1 });
  const branch = value?.items[0];
  const detail = useResource(branch?.resource.id);
  return {
    branch,
    detail: detail.value,
    /** It was read, and there is none. */
    gone: value !== undefined && !branch && !value.warming,
    ...read,
  };
}
