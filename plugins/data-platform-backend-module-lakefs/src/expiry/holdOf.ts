import {
  DataBranchRef,
  SystemTaskHost,
} from '@millrace/backstage-plugin-data-platform-node';

/** What a branch is still needed for, to end "it is kept while ..."; undefined where nothing is known of. */
export async function holdOf(
  host: Pick<SystemTaskHost, 'awaited' | 'isWorkedOn'>,
  branch: DataBranchRef,
): Promise<string | undefined> {
  const awaited = await host.awaited(branch.source);
  const asked = awaited.some(
    ({ values }) =>
      values.repository === branch.repository &&
      [values.branch, values.source, values.destination].includes(
        branch.branch,
      ),
  );
  if (asked) return 'a request for approval waits for it';
  return (await host.isWorkedOn(branch)) ? 'a run works on it' : undefined;
}
