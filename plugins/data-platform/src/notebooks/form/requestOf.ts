import {
  NotebookOptions,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { NotebookInput } from './NotebookInput';

/** Amounts by resource, as a ResourceQuota counts them; in cores, bytes and pieces. */
export type Amounts = Readonly<Record<string, number>>;

/** Cores, memory and GPUs that are asked for. */
export interface Size {
  cpu?: string;
  memory?: string;
  gpu?: { key: string; count: number };
}

/** The size that a form asks for: its own numbers (those that are usual where it has none), or those of the option of the WorkspaceKind. */
export function sizeOf(input: NotebookInput, options: NotebookOptions): Size {
  if (input.generation !== 2) {
    const { defaults } = options;
    const { cpu = defaults.cpu, memory = defaults.memory, gpu } = input;
    return { cpu, memory, gpu };
  }
  const kind = options.workspaceKinds.find(
    ({ name }) => name === input.workspaceKind,
  );
  return kind?.podConfigs.find(({ id }) => id === input.podConfig) ?? {};
}

/** What a server of a size counts for in a quota. */
export function amountsOf(size: Size, limitFactor: number): Amounts {
  const cpu = quantity(size.cpu);
  const memory = quantity(size.memory);
  const amounts: Record<string, number> = {
    cpu,
    memory,
    'requests.cpu': cpu,
    'requests.memory': memory,
    'limits.cpu': cpu * limitFactor,
    'limits.memory': memory * limitFactor,
    pods: 1,
  };
  if (size.gpu) {
    amounts[`requests.${size.gpu.key}`] = size.gpu.count;
  }
  return amounts;
}

/** What a new server counts for: its size, and the volumes that are made with it. */
export function requestOf(
  input: NotebookInput,
  options: NotebookOptions,
): Amounts {
  const amounts = amountsOf(
    sizeOf(input, options),
    options.defaults.limitFactor ?? 0,
  );
  const sizes = [
    typeof input.home === 'object' && 'new' in input.home
      ? input.home.new.size
      : undefined,
    ...(input.dataVolumes ?? []).map(volume => volume.new?.size),
  ].filter((size): size is string => size !== undefined);
  const object = input.generation === 2 ? 'workspaces' : 'notebooks';
  return {
    ...amounts,
    'requests.storage': sizes.reduce((sum, size) => sum + quantity(size), 0),
    persistentvolumeclaims: sizes.length,
    [`count/${object}.kubeflow.org`]: 1,
  };
}

/** What a change of size counts for: more of some, less of others. */
export function changeOf(
  from: Size,
  to: Size,
  options: NotebookOptions,
): Amounts {
  const factor = options.defaults.limitFactor ?? 0;
  const before = amountsOf(from, factor);
  const after = amountsOf(to, factor);
  return Object.fromEntries(
    Object.entries(after)
      // The pod of a server that runs is replaced by another one.
      .filter(([resource]) => resource !== 'pods')
      .map(([resource, amount]) => [
        resource,
        amount - (before[resource] ?? 0),
      ]),
  );
}

function quantity(text: string | undefined): number {
  const value = text === undefined ? undefined : parseQuantity(text);
  return value === undefined || value < 0 ? 0 : value;
}
