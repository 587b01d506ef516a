import { FieldError, required } from '../errors/FieldError';
import { KindRules } from '../resources/ResourceType';

export const roleRules: KindRules = {
  prepare(object) {
    object.rules ??= null;
  },
  validate(object) {
    const errors: FieldError[] = [];
    (object.rules ?? []).forEach((rule: Record<string, any>, index: number) => {
      const at = `rules[${index}]`;
      if (!rule.verbs?.length) {
        errors.push(
          required(`${at}.verbs`, 'verbs must contain at least one value'),
        );
      }
      if (rule.nonResourceURLs?.length) return;
      if (!rule.apiGroups?.length) {
        errors.push(
          required(
            `${at}.apiGroups`,
            'resource rules must supply at least one api group',
          ),
        );
      }
      if (!rule.resources?.length) {
        errors.push(
          required(
            `${at}.resources`,
            'resource rules must supply at least one resource',
          ),
        );
      }
    });
    return errors;
  },
};
