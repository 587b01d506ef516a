import { FieldError, invalidValue } from '../errors/FieldError';
import { KindRules } from '../resources/ResourceType';
import { canonical } from './quantities';

/** What a quota may count without a prefix (k8s.io/kubernetes/pkg/apis/core/helper, standardQuotaResources). */
const STANDARD = new Set([
  'cpu',
  'memory',
  'ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.storage',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'persistentvolumeclaims',
  'configmaps',
  'services.nodeports',
  'services.loadbalancers',
]);

export const resourceQuotaRules: KindRules = {
  prepare(object, old) {
    canonical(object.spec?.hard, 'ResourceQuota');
    if (!old) object.status = {};
  },
  validate(object) {
    const errors: FieldError[] = [];
    for (const name of Object.keys(object.spec?.hard ?? {})) {
      if (STANDARD.has(name) || name.includes('/')) continue;
      const field = `spec.hard[${name}]`;
      errors.push(
        invalidValue(
          field,
          name,
          'must be a standard resource type or fully qualified',
        ),
        invalidValue(field, name, 'must be a standard resource for quota'),
      );
    }
    return errors;
  },
};
