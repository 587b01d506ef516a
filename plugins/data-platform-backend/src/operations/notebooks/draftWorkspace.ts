import { PlanContext } from '../definition';
import { errorAt } from '../findings';
import { liveQuery, readOrSay } from './clusterReads';
import { NotebookInput } from './notebookInput';
import { ServerIdentity } from './NotebookPlan';
import { plannedVolumes } from './plannedVolumes';
import { podDefaultLabels } from './podDefaultLabels';
import { ServerDraft } from './ServerDraft';
import { ServerPlace } from './volumeFindings';
import { workspaceChoice } from './workspaceChoice';
import { workspaceObject } from './workspaceObject';

/** What a Workspace takes from its kind, whatever a form says. */
const FROM_KIND = [
  'image',
  'cpu',
  'memory',
  'gpu',
  'shm',
  'tolerationGroup',
  'affinityGroup',
  'environment',
] as const;

/** A server of generation 2. */
export async function draftWorkspace(
  input: NotebookInput,
  place: ServerPlace,
  identity: ServerIdentity,
  context: PlanContext,
): Promise<ServerDraft> {
  const { settings, live } = context.services.notebooks;
  const query = liveQuery(place, context);
  const [kinds, there] = await Promise.all([
    readOrSay(() => live.kinds(query), 'WorkspaceKinds', context.signal),
    readOrSay(
      async () =>
        input.podDefaults?.length ? (await live.podDefaults(query)).value : [],
      'PodDefaults',
      context.signal,
    ),
  ]);
  const { choice, findings } = kinds.value
    ? workspaceChoice(input, kinds.value)
    : {
        findings: [
          errorAt(
            'workspaceKind',
            'What kinds of workspaces there are cannot be looked up now.',
            kinds.findings[0]?.message,
          ),
        ],
      };
  const home = choice?.kind.option.homeMountPath;
  const volumes = plannedVolumes(input, {
    ...settings.defaults,
    ...(home && { homeMountPath: home }),
  }).map(volume =>
    // The kind says where the home is.
    volume.role === 'home' && home ? { ...volume, mountPath: home } : volume,
  );
  const labels = podDefaultLabels(
    input.podDefaults ?? [],
    there.value ?? [],
    place.namespace,
  );
  return {
    volumes,
    size: choice?.size,
    shm: false,
    field: () => 'podConfig',
    findings: [
      ...findings,
      ...there.findings,
      ...labels.findings,
      ...leftOut(input),
    ],
    ...(choice && {
      object: workspaceObject({
        ...identity,
        title: input.title,
        kind: choice.kind.name,
        imageConfig: choice.imageConfig,
        podConfig: choice.podConfig,
        volumes,
        podLabels: labels.labels,
      }),
    }),
  };
}

function leftOut(input: NotebookInput): ServerDraft['findings'] {
  return FROM_KIND.filter(field => {
    const value = input[field];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  }).map(field => ({
    level: 'warning',
    field,
    message: 'A Workspace takes this from its WorkspaceKind; it is left out.',
  }));
}
