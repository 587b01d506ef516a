import { invalidValue } from '../errors/FieldError';
import { KindRules } from '../resources/ResourceType';
import { dropEmpty, validateData } from './configMap';

/** `stringData` is written into `data`, in base64, and never read back. */
export const secretRules: KindRules = {
  prepare(object) {
    const { stringData } = object;
    delete object.stringData;
    if (stringData) {
      object.data = { ...object.data };
      for (const [key, value] of Object.entries(stringData)) {
        object.data[key] = Buffer.from(String(value)).toString('base64');
      }
    }
    object.type ??= 'Opaque';
    dropEmpty(object, 'data');
  },
  validate(object, old) {
    const errors = validateData(object, old);
    if (old && old.type !== object.type) {
      errors.push(invalidValue('type', object.type, 'field is immutable'));
    }
    return errors;
  },
};
