import { WorkspaceKindOption } from '@millrace/backstage-plugin-data-platform-common';
import { list, record, text, texts } from '../../sources/fields';
import { FilterEffect, filterEffect } from './filterRules';
import { gpuVendor } from './gpuVendors';

type ImageOption = WorkspaceKindOption['images'][number];
type PodOption = WorkspaceKindOption['podConfigs'][number];

/** A choice of a WorkspaceKind with what is not for the form. */
export interface KindChoice<T> {
  option: T;
  hidden: boolean;
  deny?: FilterEffect['deny'];
  labels: Readonly<Record<string, string>>;
  /** Limits of a size, as quantities. */
  limits: Readonly<Record<string, string>>;
  /** Ids of the ports of an image, as its address has them. */
  ports: readonly string[];
}

/** A WorkspaceKind, read; hidden choices are in it and marked. */
export interface WorkspaceKindFacts {
  name: string;
  title: string;
  hidden: boolean;
  deny?: FilterEffect['deny'];
  images: readonly KindChoice<ImageOption>[];
  podConfigs: readonly KindChoice<PodOption>[];
  /** Everything that is told of it, with the choices that may be offered. */
  option: WorkspaceKindOption;
}

/**
 * Reads a WorkspaceKind as it stands for one namespace. Total; undefined for what has no name.
 * @see kubeflow/notebooks v2, workspacekind_types.go
 */
export function workspaceKind(
  raw: unknown,
  namespaceLabels: Readonly<Record<string, string>>,
): WorkspaceKindFacts | undefined {
  const kind = record(raw);
  const name = text(record(kind.metadata).name);
  if (!name) return undefined;
  const spec = record(kind.spec);
  const template = record(spec.podTemplate);
  const { imageConfig, podConfig } = record(template.options);
  const spawner = record(spec.spawner);
  const own = filterEffect(spec, 'WORKSPACE_KIND', {
    namespace: namespaceLabels,
  });
  const images = choices(imageConfig, imageOption, labels =>
    filterEffect(spec, 'IMAGE_CONFIG', {
      namespace: namespaceLabels,
      image: labels,
    }),
  );
  const podConfigs = choices(podConfig, podOption, labels =>
    filterEffect(spec, 'POD_CONFIG', {
      namespace: namespaceLabels,
      pod: labels,
    }),
  );
  const title = text(spawner.displayName) ?? name;
  const description = text(spawner.description);
  const deprecation = text(spawner.deprecationMessage);
  const home = text(record(template.volumeMounts).home);
  return {
    name,
    title,
    hidden: spawner.hidden === true || own.hide,
    ...(own.deny && { deny: own.deny }),
    images,
    podConfigs,
    option: {
      name,
      title,
      ...(description && { description }),
      ...(spawner.deprecated === true && { deprecated: true }),
      ...(deprecation && { deprecationMessage: deprecation }),
      images: shown(images),
      podConfigs: shown(podConfigs),
      defaults: {
        ...defaultOf('imageConfig', imageConfig),
        ...defaultOf('podConfig', podConfig),
      },
      ...(home && { homeMountPath: home }),
    },
  };
}

function shown<T>(all: readonly KindChoice<T>[]): T[] {
  return all.filter(({ hidden }) => !hidden).map(({ option }) => option);
}

function defaultOf(
  key: 'imageConfig' | 'podConfig',
  config: unknown,
): WorkspaceKindOption['defaults'] {
  const id = text(record(record(config).spawner).default);
  return id ? { [key]: id } : {};
}

function choices<T>(
  config: unknown,
  toOption: (value: Record<string, unknown>, id: string) => T,
  effectOf: (labels: Readonly<Record<string, string>>) => FilterEffect,
): KindChoice<T>[] {
  return list(record(config).values).flatMap(raw => {
    const value = record(raw);
    const id = text(value.id);
    if (!id) return [];
    const spawner = record(value.spawner);
    const labels = labelsOf(spawner.labels);
    const effect = effectOf(labels);
    return [
      {
        option: toOption(value, id),
        hidden: spawner.hidden === true || effect.hide,
        ...(effect.deny && { deny: effect.deny }),
        labels,
        limits: texts(record(record(value.spec).resources).limits),
        ports: list(record(value.spec).ports).flatMap(
          port => text(record(port).id) ?? [],
        ),
      },
    ];
  });
}

/** In a WorkspaceKind labels of choices are a list of pairs. */
function labelsOf(pairs: unknown): Record<string, string> {
  return Object.fromEntries(
    list(pairs).flatMap(raw => {
      const { key, value } = record(raw);
      const name = text(key);
      return name && name !== '__proto__' && typeof value === 'string'
        ? [[name, value]]
        : [];
    }),
  );
}

function imageOption(value: Record<string, unknown>, id: string): ImageOption {
  return { id, ...spokenOf(value, id) };
}

function podOption(value: Record<string, unknown>, id: string): PodOption {
  const resources = record(record(value.spec).resources);
  const requests = texts(resources.requests);
  const limits = texts(resources.limits);
  const wanted = (key: string) => requests[key] ?? limits[key];
  const [gpu] = Object.entries({ ...requests, ...limits }).filter(([key]) =>
    gpuVendor(key),
  );
  const count = gpu ? Number(gpu[1]) : 0;
  return {
    id,
    ...spokenOf(value, id),
    ...(wanted('cpu') && { cpu: wanted('cpu') }),
    ...(wanted('memory') && { memory: wanted('memory') }),
    ...(gpu && count > 0 && { gpu: { key: gpu[0], count } }),
  };
}

function spokenOf(
  value: Record<string, unknown>,
  id: string,
): Pick<ImageOption, 'title' | 'description' | 'redirect'> {
  const spawner = record(value.spawner);
  const redirect = record(value.redirect);
  const to = text(redirect.to);
  const message = text(record(redirect.message).text);
  const description = text(spawner.description);
  return {
    title: text(spawner.displayName) ?? id,
    ...(description && { description }),
    ...(to && { redirect: { to, ...(message && { message }) } }),
  };
}
