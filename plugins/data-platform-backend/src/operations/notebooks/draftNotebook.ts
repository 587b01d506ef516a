import { PlanContext } from '../definition';
import { chosenImage } from './chosenImage';
import { liveQuery, readOrSay } from './clusterReads';
import { podSize } from './containerResources';
import { environmentFindings } from './environmentFindings';
import { NotebookInput } from './notebookInput';
import { notebookObject } from './notebookObject';
import { ServerIdentity } from './NotebookPlan';
import { plannedVolumes } from './plannedVolumes';
import { podDefaultLabels } from './podDefaultLabels';
import { podGroup } from './podGroup';
import { ServerDraft } from './ServerDraft';
import { serviceAccount } from './serviceAccount';
import { ServerPlace } from './volumeFindings';

/** A server of generation 1. */
export async function draftNotebook(
  input: NotebookInput,
  place: ServerPlace,
  identity: ServerIdentity,
  context: PlanContext,
): Promise<ServerDraft> {
  const { settings, live } = context.services.notebooks;
  const { defaults } = settings;
  const volumes = plannedVolumes(input, defaults);
  const environment = input.environment ?? [];
  const shm = input.shm ?? false;
  const wanted = {
    cpu: input.cpu ?? defaults.cpu,
    memory: input.memory ?? defaults.memory,
    gpu: input.gpu,
    limitFactor: defaults.limitFactor,
  };
  const image = chosenImage(input.image, settings);
  const tolerations = podGroup(
    'tolerationGroup',
    input.tolerationGroup,
    settings.tolerationGroups,
  );
  const affinity = podGroup(
    'affinityGroup',
    input.affinityGroup,
    settings.affinityGroups,
  );
  const chosen = input.podDefaults ?? [];
  const there =
    chosen.length > 0
      ? await readOrSay(
          () => live.podDefaults(liveQuery(place, context)),
          'PodDefaults',
          context.signal,
        )
      : { value: { value: [] }, findings: [] };
  const labels = there.value
    ? podDefaultLabels(chosen, there.value.value, place.namespace)
    : { labels: {}, findings: unread(chosen) };
  const account = await serviceAccount(place, context);
  const { labels: marks } = identity;
  return {
    volumes,
    size: podSize(wanted),
    shm,
    field: what => what,
    findings: [
      ...image.findings,
      ...tolerations.findings,
      ...affinity.findings,
      ...there.findings,
      ...labels.findings,
      ...environmentFindings(environment),
      ...account.findings,
      ...foreignFields(input),
    ],
    ...(image.image && {
      object: notebookObject({
        ...identity,
        labels: { ...labels.labels, ...marks },
        ...wanted,
        ...image.image,
        volumes,
        shm,
        environment,
        serviceAccount: account.account,
        tolerations: tolerations.content,
        affinity: affinity.content,
      }),
    }),
  };
}

/** Without them the labels that choose them are not known. */
function unread(chosen: readonly string[]): ServerDraft['findings'] {
  return [
    {
      level: 'error',
      field: 'podDefaults',
      message: `The PodDefaults ${chosen.join(', ')} cannot be looked up now.`,
      remedy: 'Try again, or choose none.',
    },
  ];
}

function foreignFields(input: NotebookInput): ServerDraft['findings'] {
  const fields = (
    ['workspaceKind', 'imageConfig', 'podConfig'] as const
  ).filter(field => input[field] !== undefined);
  return fields.map(field => ({
    level: 'warning',
    field,
    message: 'Only a Workspace (generation 2) has this; it is left out.',
  }));
}
