import { NotFoundError } from '@backstage/errors';
import { RunDetail } from '@millrace/backstage-plugin-data-platform-common';
import { Viewer } from '../permissions/Viewer';
import { ToolDeps } from './Tool';

/**
 * A run that the person may see.
 * @throws NotFoundError - also where it exists but may not be seen: nobody learns which
 */
export async function visibleRun(
  { runs }: Pick<ToolDeps, 'runs'>,
  id: string,
  viewer: Viewer,
): Promise<RunDetail> {
  const run = await runs.get(id, viewer.read.allows, viewer.logs.allows);
  if (run) return run;
  throw new NotFoundError(
    'There is no such run. It may be older than the portal keeps runs; list-runs gives the ids.',
  );
}
