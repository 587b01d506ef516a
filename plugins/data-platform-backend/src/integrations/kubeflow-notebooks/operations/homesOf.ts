import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { field, textAt } from '../../values/field';
import { podAsk } from '../model/podSpec';

/** Names of the claims that are the home of a server, of either generation. */
export function homesOf({ spec, metadata }: KubernetesObject): string[] {
  const home = textAt(spec, 'podTemplate', 'volumes', 'home');
  const template = podAsk(
    field(spec, 'template', 'spec'),
    textAt(metadata, 'name') ?? '',
  );
  return [
    ...(home ? [home] : []),
    ...template.volumes
      .filter(({ role }) => role === 'home')
      .map(({ claim }) => claim),
  ];
}
