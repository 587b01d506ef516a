import {
  Finding,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { KubernetesObject } from '@millrace/backstage-plugin-data-platform-node';
import { gpuVendor } from '../../notebooks/options/gpuVendors';
import { list, record, texts } from '../../sources/fields';
import { PlanContext } from '../definition';
import { errorAt } from '../findings';
import { containerResources, podSize, WantedSize } from './containerResources';
import { ResizeInput } from './resizeInput';
import { gpusOf } from './planServer';
import { resizeRoom } from './resizeRoom';
import { LiveServer } from './serverTarget';

/** What a new size makes of a Notebook: a merge patch, which replaces the list of containers as a whole. */
export async function resizedNotebook(
  live: KubernetesObject,
  server: LiveServer,
  values: ResizeInput,
  context: PlanContext,
): Promise<{ patch?: Record<string, unknown>; findings: Finding[] }> {
  if (values.podConfig !== undefined) {
    return {
      findings: [
        errorAt('podConfig', 'A Notebook has no options; give CPU and memory.'),
      ],
    };
  }
  const template = record(record(record(live.spec).template).spec);
  const containers = list(template.containers).map(record);
  const { row } = server;
  const main =
    containers.find(({ name }) => name === row.name) ?? containers[0];
  if (!main) {
    return { findings: [errorAt('cpu', 'The Notebook has no container.')] };
  }
  const resources = record(main.resources);
  const before = sizeOf(resources, context);
  const wanted: WantedSize = {
    ...before,
    ...(values.cpu && { cpu: values.cpu }),
    ...(values.memory && { memory: values.memory }),
    ...(values.gpu && {
      gpu: values.gpu.count > 0 ? { ...values.gpu } : undefined,
    }),
  };
  if (same(before, wanted)) {
    return { findings: [errorAt('cpu', 'That is its size as it is.')] };
  }
  const size = podSize(wanted);
  const findings = [
    ...(await gpusOf({ size, field: what => what }, row, context)),
    ...(await resizeRoom(server, size, what => what, context)),
  ];
  const resized = containers.map(container =>
    container === main
      ? { ...container, resources: merged(resources, wanted) }
      : container,
  );
  return {
    findings,
    patch: { spec: { template: { spec: { containers: resized } } } },
  };
}

function sizeOf(
  resources: Record<string, unknown>,
  { services }: PlanContext,
): WantedSize {
  const requests = texts(resources.requests);
  const limits = texts(resources.limits);
  const { defaults } = services.notebooks.settings;
  const [gpu] = Object.entries({ ...requests, ...limits }).filter(([key]) =>
    gpuVendor(key),
  );
  const cpu = requests.cpu ?? limits.cpu ?? defaults.cpu;
  const memory = requests.memory ?? limits.memory ?? defaults.memory;
  return {
    cpu,
    memory,
    ...(gpu && { gpu: { key: gpu[0], count: Number(gpu[1]) } }),
    // Who had no limits gets none now.
    limitFactor: limits.cpu || limits.memory ? defaults.limitFactor : 0,
  };
}

function same(a: WantedSize, b: WantedSize): boolean {
  return (
    parseQuantity(a.cpu) === parseQuantity(b.cpu) &&
    parseQuantity(a.memory) === parseQuantity(b.memory) &&
    a.gpu?.key === b.gpu?.key &&
    (a.gpu?.count ?? 0) === (b.gpu?.count ?? 0)
  );
}

/** Other resources of the container (ephemeral storage) stay. */
function merged(
  resources: Record<string, unknown>,
  wanted: WantedSize,
): Record<string, unknown> {
  const others = (quantities: unknown) =>
    Object.fromEntries(
      Object.entries(texts(quantities)).filter(
        ([key]) => key !== 'cpu' && key !== 'memory' && !gpuVendor(key),
      ),
    );
  const { requests, limits } = containerResources(wanted);
  const allLimits = { ...others(resources.limits), ...limits };
  return {
    ...resources,
    requests: { ...others(resources.requests), ...requests },
    limits: allLimits,
  };
}
