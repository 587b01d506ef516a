import { FieldError, notSupported, required } from '../errors/FieldError';
import { KindRules } from '../resources/ResourceType';

const BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'];

export const storageClassRules: KindRules = {
  prepare(object) {
    object.reclaimPolicy ??= 'Delete';
    object.volumeBindingMode ??= 'Immediate';
  },
  validate(object) {
    const errors: FieldError[] = [];
    if (!object.provisioner) errors.push(required('provisioner'));
    if (!BINDING_MODES.includes(object.volumeBindingMode)) {
      errors.push(
        notSupported(
          'volumeBindingMode',
          object.volumeBindingMode,
          BINDING_MODES,
        ),
      );
    }
    return errors;
  },
};
