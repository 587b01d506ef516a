import { Config } from '@backstage/config';

const KEY = 'dataPlatform.lakefs.expiry';
const HOUR_MS = 3_600_000;

/** What becomes of branches whose time is over. */
export interface ExpirySettings {
  /** False: nothing is warned of and nothing deleted. */
  enabled: boolean;
  /** How long before its expiry the owner of a branch is told, ms. */
  warnMs: number;
  /** How long a branch is kept after its owner was told when it goes, ms. */
  graceMs: number;
}

export const DEFAULT_EXPIRY: ExpirySettings = {
  enabled: true,
  warnMs: 24 * HOUR_MS,
  graceMs: 24 * HOUR_MS,
};

/** @throws Error that names the key */
export function readExpiry(root: Config): ExpirySettings {
  const config = root.getOptionalConfig(KEY);
  const hours = (name: string, otherwise: number) => {
    const value = config?.getOptionalNumber(name);
    if (value !== undefined && !(value >= 1)) {
      throw new Error(`${KEY}.${name} must be 1 or more; it is ${value}`);
    }
    return value === undefined ? otherwise : value * HOUR_MS;
  };
  return {
    enabled: config?.getOptionalBoolean('enabled') ?? DEFAULT_EXPIRY.enabled,
    warnMs: hours('warnHours', DEFAULT_EXPIRY.warnMs),
    graceMs: hours('graceHours', DEFAULT_EXPIRY.graceMs),
  };
}
