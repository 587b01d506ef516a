import { Config } from '@backstage/config';
import { Presets } from '@millrace/backstage-plugin-data-platform-common';
import { Prices, readPrices } from '../executors/Prices';
import { Retention } from '../history/pruneHistory';
import { LogLinkPattern, readLogLinks } from '../logStore/LogLinkPattern';
import {
  OperationSettings,
  readOperationSettings,
} from '../operations/OperationSettings';
import { NotebookSettings } from '../notebooks/settings/NotebookSettings';
import { readNotebookSettings } from '../notebooks/settings/readNotebookSettings';
import { readSparkPresets } from '../presets/sparkPresets';
import {
  NumbersSettings,
  readNumbersSettings,
} from '../sparkNumbers/NumbersSettings';

/** The plugin's own configuration, checked. What it says about clusters is read apart. */
export interface Settings {
  spark: Presets['spark'];
  /** URL patterns that links are made from, by name. */
  linkPatterns: Readonly<Record<string, string>>;
  retention: Retention;
  operations: OperationSettings;
  /** What executors cost; undefined where nothing is configured. */
  prices?: Prices;
  /** Owners of jobs are told what happened. */
  notifications: boolean;
  logLinks: readonly LogLinkPattern[];
  numbers: NumbersSettings;
  notebooks: NotebookSettings;
}

/** @throws Error that names the key; the only configuration that may stop the portal */
export function readSettings(root: Config): Settings {
  const historyServer = root.getOptionalString(
    'dataPlatform.spark.historyServer',
  );
  if (historyServer && !/^https?:\/\/./i.test(historyServer)) {
    throw new Error(
      `dataPlatform.spark.historyServer must begin with http:// or https://, for example https://history.example.com/history/{appId}/jobs/; it is "${historyServer}"`,
    );
  }
  return {
    spark: readSparkPresets(root),
    linkPatterns: historyServer ? { historyServer } : {},
    retention: {
      days: positive(root, 'dataPlatform.history.days'),
      runsPerJob: positive(root, 'dataPlatform.history.runsPerJob'),
    },
    operations: readOperationSettings(root),
    prices: readPrices(root),
    notifications:
      root.getOptionalBoolean('dataPlatform.notifications.enabled') ?? true,
    logLinks: readLogLinks(root),
    numbers: readNumbersSettings(root),
    notebooks: readNotebookSettings(root),
  };
}

function positive(root: Config, key: string): number | undefined {
  const value = root.getOptionalNumber(key);
  if (value !== undefined && !(Number.isInteger(value) && value > 0)) {
    throw new Error(`${key} must be a whole number above 0; it is ${value}`);
  }
  return value;
}
