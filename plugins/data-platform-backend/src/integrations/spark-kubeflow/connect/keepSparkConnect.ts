import { Kept, pick } from '../../values/pick';
import {
  ALLOCATION_CONF,
  NUMBERS_CONF,
  pickConf,
  SIZE_SHAPE,
} from '../../spark/keep/pickConf';
import { field, textAt } from '../../values/field';

/** The part of a SparkConnect that may enter memory. Of the pod templates only the name of the account and of the service. */
export function keepSparkConnect(object: unknown): Kept {
  const spec = field(object, 'spec');
  const status = field(object, 'status');
  const server = field(spec, 'server');
  const account = textAt(server, 'template', 'spec', 'serviceAccountName');
  const service = textAt(server, 'service', 'metadata', 'name');
  return {
    spec: {
      ...pick(spec, ['sparkVersion', 'image']),
      server: {
        ...pick(server, ['cores', 'memory']),
        ...(account && { serviceAccountName: account.slice(0, 253) }),
        ...(service && { serviceName: service.slice(0, 63) }),
      },
      executor: pick(field(spec, 'executor'), ['instances', 'cores', 'memory']),
      dynamicAllocation: pick(field(spec, 'dynamicAllocation'), [
        'enabled',
        'initialExecutors',
        'minExecutors',
        'maxExecutors',
      ]),
      sparkConf: pickConf(spec, {
        ...NUMBERS_CONF,
        ...ALLOCATION_CONF,
        'spark.driver.memoryOverhead': SIZE_SHAPE,
        'spark.executor.memoryOverhead': SIZE_SHAPE,
      }),
    },
    status: {
      ...pick(status, ['state', 'startTime', 'lastUpdateTime']),
      server: pick(field(status, 'server'), ['podName', 'serviceName']),
    },
  };
}
