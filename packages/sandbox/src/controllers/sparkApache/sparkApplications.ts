import type { Controller } from '../../types';
import { watchesObject, type ControllerOptions } from '../ControllerOptions';
import { objectKey } from '../objectKey';
import { APACHE_SPARK_APPLICATIONS, PODS } from '../refs';
import { LABEL_APP, LABEL_OPERATOR, OPERATOR_NAME } from './labels';
import { SparkOperator } from './SparkOperator';

const NOTICE_MS = 10;

/** The Apache operator for SparkApplications: watches them and the pods that carry its labels. */
export function apacheSparkApplicationController(
  options: ControllerOptions,
): Controller {
  return (api, clock) => {
    const operator = new SparkOperator(api, clock, options);
    const unwatchApps = api.watch(
      APACHE_SPARK_APPLICATIONS,
      ({ type, object }) => {
        if (type === 'DELETED') return;
        if (!watchesObject(options, api, object)) return;
        operator.enqueue(objectKey(object), NOTICE_MS);
      },
    );
    const unwatchPods = api.watch(PODS, ({ object }) => {
      const { namespace, labels } = object.metadata;
      const app = labels?.[LABEL_APP];
      if (!app || labels?.[LABEL_OPERATOR] !== OPERATOR_NAME) return;
      if (!watchesObject(options, api, object)) return;
      operator.enqueue(`${namespace}/${app}`, NOTICE_MS);
    });
    return () => {
      unwatchApps();
      unwatchPods();
      operator.stop();
    };
  };
}
