import { Config } from '@backstage/config';

/** What an adopter may set under `dataPlatform.operations`. */
export interface OperationSettings {
  /** Names that no domain may have, beside the built-in ones. */
  readonly reservedNamespaces: readonly string[];
  /** TCP ports that pods of a domain may reach outside it: API server, object store. */
  readonly egressPorts: readonly number[];
  /** How long after its acceptance an operation may go on without its actor's token, ms. */
  readonly resumeWindowMs: number;
  /** Operations that one person may have under way at once. */
  readonly maxPerActor: number;
}

const DEFAULTS: OperationSettings = {
  reservedNamespaces: [],
  egressPorts: [443, 6443, 9000],
  resumeWindowMs: 15 * 60_000,
  maxPerActor: 20,
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
    resumeWindowMs:
      minutes === undefined ? DEFAULTS.resumeWindowMs : minutes * 60_000,
    maxPerActor:
      config?.getOptionalNumber('maxPerActor') ?? DEFAULTS.maxPerActor,
  };
}
