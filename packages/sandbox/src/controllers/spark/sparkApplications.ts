import { isDeepStrictEqual } from 'node:util';
import type { Controller, KubeObject } from '../../types';
import { watchesObject, type ControllerOptions } from '../ControllerOptions';
import { objectKey } from '../objectKey';
import { podStatus } from '../pods/PodStatus';
import { PODS, SPARK_APPLICATIONS } from '../refs';
import { SparkOperator } from './SparkOperator';
import { LABEL_APP_NAME, LABEL_LAUNCHED } from './sparkLabels';

const NOTICE_MS = 10;

/** The part of a spec whose change makes the operator start over. */
function runningPart(app: KubeObject): object {
  const { suspend, timeToLiveSeconds, ...rest } = app.spec ?? {};
  return rest;
}

/** Kubeflow's operator for SparkApplications: watches them and their pods, and drives the state machine. */
export function sparkApplicationController(
  options: ControllerOptions,
): Controller {
  return (api, clock) => {
    const operator = new SparkOperator(api, clock, options);
    const specs = new Map<string, object>();
    const phases = new Map<string, string>();
    const unwatchApps = api.watch(SPARK_APPLICATIONS, ({ type, object }) => {
      if (!watchesObject(options, api, object)) return;
      const { uid } = object.metadata;
      if (type === 'DELETED') {
        specs.delete(uid);
        operator.forget(uid);
        return;
      }
      const spec = runningPart(object);
      const before = specs.get(uid);
      if (before && !isDeepStrictEqual(before, spec)) operator.specChanged(uid);
      specs.set(uid, spec);
      operator.enqueue(objectKey(object), NOTICE_MS);
    });
    const unwatchPods = api.watch(PODS, ({ type, object }) => {
      const { uid, namespace, labels } = object.metadata;
      const app = labels?.[LABEL_APP_NAME];
      if (!app || labels?.[LABEL_LAUNCHED] !== 'true') return;
      if (!watchesObject(options, api, object)) return;
      const { phase } = podStatus(object);
      // As the operator's filter of pod events: only a change of phase is worth a look.
      const changed = phases.get(uid) !== phase;
      if (type === 'DELETED') phases.delete(uid);
      else phases.set(uid, phase);
      if (changed || type === 'DELETED') {
        operator.enqueue(`${namespace}/${app}`, NOTICE_MS);
      }
    });
    return () => {
      unwatchApps();
      unwatchPods();
      operator.stop();
    };
  };
}
