import { Kept, pick } from '../values/pick';
import { pickConf } from '../spark/keep/pickConf';
import { field } from '../values/field';
import { keepHistory, keepState } from './keep';
import { CONF_IMAGE } from './names';

const IMAGE = /^[\w.:/{}-]{1,300}(@sha256:[0-9a-f]{64})?$/;

/** The part of a SparkCluster that may enter memory. */
export function keepSparkCluster(object: unknown): Kept {
  const spec = field(object, 'spec');
  const status = field(object, 'status');
  return {
    spec: {
      runtimeVersions: pick(field(spec, 'runtimeVersions'), ['sparkVersion']),
      sparkConf: pickConf(spec, { [CONF_IMAGE]: IMAGE }),
      clusterTolerations: {
        instanceConfig: pick(
          field(spec, 'clusterTolerations', 'instanceConfig'),
          ['initWorkers', 'minWorkers', 'maxWorkers'],
        ),
      },
    },
    status: {
      currentState: keepState(field(status, 'currentState')),
      stateTransitionHistory: keepHistory(status),
    },
  };
}
