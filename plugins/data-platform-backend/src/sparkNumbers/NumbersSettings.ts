import { Config } from '@backstage/config';
import { HistoryServer, readHistoryServers } from './HistoryServers';

const KEY = 'dataPlatform.spark.numbers';
const PER_SECOND = 20;
const MOST_PER_SECOND = 200;

/** How Spark's own numbers are read. */
export interface NumbersSettings {
  enabled: boolean;
  /** To one cluster, at most. */
  requestsPerSecond: number;
  historyServers: readonly HistoryServer[];
}

/** `dataPlatform.spark.numbers` and `.historyServers`. @throws Error that names the key */
export function readNumbersSettings(root: Config): NumbersSettings {
  const perSecond =
    root.getOptionalNumber(`${KEY}.requestsPerSecond`) ?? PER_SECOND;
  if (!(perSecond > 0 && perSecond <= MOST_PER_SECOND)) {
    throw new Error(
      `${KEY}.requestsPerSecond must be above 0 and at most ${MOST_PER_SECOND}; it is ${perSecond}`,
    );
  }
  return {
    enabled: root.getOptionalBoolean(`${KEY}.enabled`) ?? true,
    requestsPerSecond: perSecond,
    historyServers: readHistoryServers(root),
  };
}
