import { Config } from '@backstage/config';

/** What an adopter may set under `dataPlatform.operations`. */
export interface OperationSettings {
  /** Names that no domain may have, beside the built-in ones. */
  readonly reservedNamespaces: readonly string[];
  /** TCP ports that pods of a domain may reach outside it: API server, object store. */
  readonly egressPorts: readonly number[];
  /** Namespaces whose pods may reach the notebook servers of a domain. */
  readonly notebookGateways: readonly string[];
  /** How long after its acceptance an operation may go on without its actor's token, ms. */
  readonly resumeWindowMs: number;
  /** How long a series of runs may go on without its actor's token, ms. */
  readonly seriesWindowMs: number;
  /** How long operations that have ended are kept, days. */
  readonly retentionDays: number;
  /** Operations that one person may have under way at once. */
  readonly maxPerActor: number;
}

const DAY_MS = 86_400_000;

const DEFAULTS: OperationSettings = {
  reservedNamespaces: [],
  egressPorts: [443, 6443, 9000],
  notebookGateways: ['istio-system', 'kubeflow', 'kubeflow-workspaces'],
  resumeWindowMs: 15 * 60_000,
  maxPerActor: 20,
  seriesWindowMs: 7 * DAY_MS,
  retentionDays: 180,
};

/** Reads `dataPlatform.operations`. */
export function readOperationSettings(root: Config): OperationSettings {
  const config = root.getOptionalConfig('dataPlatform.operations');
  const minutes = config?.getOptionalNumber('resumeWindowMinutes');
  return {
    reservedNamespaces:
      config?.getOptionalStringArray('reservedNamespaces') ??
      DEFAULTS.reservedNamespaces,
    egressPorts:
      config?.getOptional<number[]>('egressPorts') ?? DEFAULTS.egressPorts,
    notebookGateways:
      config?.getOptionalStringArray('notebookGateways') ??
      DEFAULTS.notebookGateways,
    resumeWindowMs:
      minutes === undefined ? DEFAULTS.resumeWindowMs : minutes * 60_000,
    seriesWindowMs:
      (positive(config, 'seriesDays') ?? DEFAULTS.seriesWindowMs / DAY_MS) *
      DAY_MS,
    retentionDays: positive(config, 'retentionDays') ?? DEFAULTS.retentionDays,
    maxPerActor:
      config?.getOptionalNumber('maxPerActor') ?? DEFAULTS.maxPerActor,
  };
}

/** @throws Error that names the key */
function positive(config: Config | undefined, key: string): number | undefined {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && !(value > 0)) {
    throw new Error(
      `dataPlatform.operations.${key} must be a number above 0; it is ${value}`,
    );
  }
  return value;
}
