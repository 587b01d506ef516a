import { SparkApplicationRef } from '@millrace/backstage-plugin-data-platform-node';
import { field } from '../values/field';
import { containerOf } from './model/podEnd';
import { SparkAttempt } from './model/sparkAttempt';

/** Source: apache/spark, spark.ui.port. */
const DEFAULT_UI_PORT = 4040;

/**
 * Where Spark's own numbers on an attempt are read. The settings `spark.ui.enabled`, `spark.ui.port` and
 * `spark.eventLog.enabled` must have been kept in `spec.sparkConf`.
 */
export function applicationRef(attempt: SparkAttempt): SparkApplicationRef {
  const { object, driver, applicationId, size } = attempt;
  const conf = (key: string) => field(object.spec, 'sparkConf', key);
  const answers =
    driver !== undefined &&
    containerOf(driver, 'driver')?.running !== undefined &&
    conf('spark.ui.enabled') !== 'false';
  return {
    ...(applicationId && { applicationId }),
    ...(answers && {
      driver: { pod: driver.name, port: portOf(conf('spark.ui.port')) },
    }),
    ...(conf('spark.eventLog.enabled') === 'true' && { eventLog: true }),
    ...(size.executor.memory > 0 && {
      executorMemoryBytes: size.executor.memory,
    }),
  };
}

function portOf(setting: unknown): number {
  const port = Number(setting);
  return Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : DEFAULT_UI_PORT;
}
