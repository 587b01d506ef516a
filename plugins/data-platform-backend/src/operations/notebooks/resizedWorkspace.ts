import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { record, text } from '../../sources/fields';
import { PlanContext } from '../definition';
import { errorAt } from '../findings';
import { liveQuery } from './clusterReads';
import { ResizeInput } from './resizeInput';
import { gpusOf } from './planServer';
import { resizeRoom } from './resizeRoom';
import { LiveServer } from './serverTarget';
import { workspaceChoice } from './workspaceChoice';

const SIZE = () => 'podConfig';

/** What another size makes of a Workspace: another option of its kind. */
export async function resizedWorkspace(
  live: KubernetesObject,
  server: LiveServer,
  { podConfig, ...others }: ResizeInput,
  context: PlanContext,
): Promise<{ patch?: Record<string, unknown>; findings: Finding[] }> {
  const foreign = Object.keys(others);
  if (!podConfig || foreign.length > 0) {
    return {
      findings: [
        errorAt(
          podConfig ? foreign[0] : 'podConfig',
          'The size of a Workspace is an option of its kind.',
          'Choose one of the sizes (podConfig).',
        ),
      ],
    };
  }
  const spec = record(live.spec);
  const options = record(record(spec.podTemplate).options);
  if (options.podConfig === podConfig) {
    return { findings: [errorAt('podConfig', 'That is its size as it is.')] };
  }
  const { source, namespace = '' } = server.row;
  const query = liveQuery({ source, namespace }, context);
  const kinds = await context.services.notebooks.live.kinds(query);
  const { choice, findings } = workspaceChoice(
    {
      workspaceKind: text(spec.kind),
      imageConfig: text(options.imageConfig),
      podConfig,
    },
    kinds,
  );
  // What it was made with may not be offered any more; only the size is chosen now.
  const about = findings.filter(
    ({ field, level }) => field !== 'imageConfig' && level !== 'info',
  );
  if (!choice) return { findings: about };
  const { size } = choice;
  return {
    findings: [
      ...about,
      ...(await gpusOf({ size, field: SIZE }, server.row, context)),
      ...(await resizeRoom(server, size, SIZE, context)),
    ],
    patch: { spec: { podTemplate: { options: { podConfig } } } },
  };
}
