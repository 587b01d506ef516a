import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';

/** A volume that is made with the server, or one that is there. */
export interface DataVolumeInput {
  claim?: string;
  new?: { name: string; size: string; storageClass?: string };
  mountPath: string;
}

export type HomeInput =
  | { new: { size: string; storageClass?: string } }
  | { existing: string }
  | 'none';

/** Input of `notebook:create` as far as the form is filled in; what is empty is left out. */
export interface NotebookInput {
  name?: string;
  title?: string;
  description?: string;
  /** Entity refs. */
  domain?: string;
  product?: string;
  owner?: string;
  generation?: 1 | 2;
  image?: string;
  workspaceKind?: string;
  imageConfig?: string;
  podConfig?: string;
  cpu?: string;
  memory?: string;
  gpu?: { key: string; count: number };
  home?: HomeInput;
  homeMountPath?: string;
  dataVolumes?: DataVolumeInput[];
  shm?: boolean;
  podDefaults?: string[];
  tolerationGroup?: string;
  affinityGroup?: string;
  environment?: { name: string; value: string }[];
}

/** Changes a part of the input; what becomes empty leaves it. */
export function withPatch(
  input: NotebookInput,
  patch: Partial<NotebookInput>,
): NotebookInput {
  const entries = Object.entries({ ...input, ...patch }).filter(
    ([, value]) =>
      value !== undefined &&
      value !== '' &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries);
}

/** In another domain other clusters, images and volumes are there: only what belongs to the person stays. */
export function withDomain(
  input: NotebookInput,
  domain: string | undefined,
): NotebookInput {
  const { name, title, description, owner, environment, shm } = input;
  return withPatch(
    {},
    { name, title, description, owner, environment, shm, domain },
  );
}

/** What a change of generation leaves: the fields of the other one go. */
export function withGeneration(
  input: NotebookInput,
  generation: 1 | 2,
  options: NotebookOptions,
): NotebookInput {
  const {
    image,
    cpu,
    memory,
    gpu,
    workspaceKind,
    imageConfig,
    podConfig,
    ...rest
  } = input;
  const kept = { ...rest, generation };
  return withDefaults(
    generation === 1
      ? withPatch(kept, { image, cpu, memory, gpu })
      : withPatch(kept, { workspaceKind, imageConfig, podConfig }),
    options,
  );
}

/** Chooses a kind with the image and the size that it proposes. */
export function withKind(
  input: NotebookInput,
  name: string,
  options: NotebookOptions,
): NotebookInput {
  const kind = options.workspaceKinds.find(known => known.name === name);
  return withPatch(input, {
    workspaceKind: name,
    imageConfig: kind?.defaults.imageConfig,
    podConfig: kind?.defaults.podConfig,
    homeMountPath: kind?.homeMountPath,
  });
}

/** Fills in what is usual, once it is known; what the person chose stays. */
export function withDefaults(
  input: NotebookInput,
  options: NotebookOptions,
): NotebookInput {
  const { defaults, generations } = options;
  const generation = input.generation ?? generations[0];
  if (!generation) {
    return input;
  }
  const home = input.home ?? { new: { size: defaults.homeSize } };
  const common = { ...input, generation, home };
  if (generation === 1) {
    return {
      ...common,
      cpu: input.cpu ?? defaults.cpu,
      memory: input.memory ?? defaults.memory,
      homeMountPath: input.homeMountPath ?? defaults.homeMountPath,
    };
  }
  const usable = options.workspaceKinds.filter(kind => !kind.deprecated);
  return !input.workspaceKind && usable.length === 1
    ? withKind(common, usable[0].name, options)
    : common;
}
