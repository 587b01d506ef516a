import { invalidValue } from '../errors/FieldError';
import { KindRules } from '../resources/ResourceType';

export const eventRules: KindRules = {
  prepare(object) {
    object.source ??= {};
    object.firstTimestamp ??= null;
    object.lastTimestamp ??= null;
    object.eventTime ??= null;
    object.reportingComponent ??= '';
    object.reportingInstance ??= '';
  },
  validate(object) {
    const namespace = object.involvedObject?.namespace;
    if (!namespace || namespace === object.metadata.namespace) return [];
    return [
      invalidValue(
        'involvedObject.namespace',
        namespace,
        'does not match event.namespace',
      ),
    ];
  },
};
