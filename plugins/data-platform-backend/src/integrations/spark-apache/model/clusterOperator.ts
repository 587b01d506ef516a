import { SparkOperator } from '../../spark/model/sparkOperator';
import { PodSettings } from '../../pods/podSettings';
import { apacheOperator } from './apacheOperator';

/** The same operator, where it makes clusters: their pods come from the templates of two StatefulSets. */
export const clusterOperator: SparkOperator = {
  ...apacheOperator,
  settings: {
    ...apacheOperator.settings,
    driver: podSettings('master'),
    executor: podSettings('worker'),
    pullSecrets: 'spec.masterSpec.statefulSetSpec',
    volumes: 'spec.workerSpec.statefulSetSpec',
  },
};

function podSettings(noun: 'master' | 'worker'): PodSettings {
  const template = `spec.${noun}Spec.statefulSetSpec.template`;
  return {
    noun,
    whole: template,
    cpu: template,
    cpuLimit: template,
    memory: template,
    memoryOverhead: template,
    environment: template,
    nodeSelector: template,
    affinity: template,
    tolerations: template,
    priorityClass: template,
    securityContext: template,
  };
}
