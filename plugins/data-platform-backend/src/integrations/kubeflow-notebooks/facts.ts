import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { formatBytes, formatCores } from '../values/amount';
import { textAt } from '../values/field';
import { plural } from '../values/plain';
import { timeOfDay } from '../values/timeOfDay';
import { fact } from '../verdicts/fact';
import { NotebookServer } from './model/server';

/** What a server is made of and holds, for rows and cards. */
export function serverFacts(server: NotebookServer): readonly Fact[] {
  const { ask, activity, container, ctx, object } = server;
  const { spec } = object;
  const options = (key: string) => textAt(spec, 'podTemplate', 'options', key);
  const idle =
    container?.running && activity.known && activity.last !== undefined
      ? timeOfDay(activity.last, ctx.now)
      : undefined;
  return [
    ...fact('workspaceKind', 'Kind', textAt(spec, 'kind')),
    ...fact('image', 'Image', container?.image ?? ask.image),
    ...fact('imageConfig', 'Image option', options('imageConfig')),
    ...fact('podConfig', 'Size option', options('podConfig')),
    ...fact('cpu', 'CPU', ask.cpu > 0 && formatCores(ask.cpu)),
    ...fact('memory', 'Memory', ask.memory > 0 && formatBytes(ask.memory)),
    ...fact(
      'gpu',
      'GPU',
      ask.gpu && `${plural(ask.gpu.count, 'GPU')}, ${ask.gpu.key}`,
    ),
    ...fact(
      'volumes',
      'Volumes',
      ask.volumes.map(({ claim }) => claim).join(', '),
    ),
    ...fact('lastActivity', 'Last used', idle),
    ...fact(
      'restarts',
      'Restarts',
      container !== undefined &&
        container.restarts > 0 &&
        String(container.restarts),
      true,
    ),
  ];
}
