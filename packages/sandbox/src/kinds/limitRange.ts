import { FieldError, invalidValue } from '../errors/FieldError';
import { parseQuantity } from '../quantity/Quantity';
import { KindRules } from '../resources/ResourceType';
import { canonical } from './quantities';

type Quantities = Record<string, string>;

interface Limit {
  type: string;
  max?: Quantities;
  min?: Quantities;
  default?: Quantities;
  defaultRequest?: Quantities;
  maxLimitRequestRatio?: Quantities;
}

const KEYS = [
  'max',
  'min',
  'default',
  'defaultRequest',
  'maxLimitRequestRatio',
] as const;

export const limitRangeRules: KindRules = {
  prepare(object) {
    for (const limit of (object.spec?.limits ?? []) as Limit[]) {
      for (const key of KEYS) canonical(limit[key], 'LimitRange');
      if (limit.type === 'Container') fillDefaults(limit);
    }
  },
  validate(object) {
    return ((object.spec?.limits ?? []) as Limit[]).flatMap((limit, index) =>
      validateLimit(limit, `spec.limits[${index}]`),
    );
  },
};

/** SetDefaults_LimitRangeItem: default from max, request from default, request from min. */
function fillDefaults(limit: Limit): void {
  const defaults = { ...limit.max, ...limit.default };
  const requests = { ...limit.min, ...defaults, ...limit.defaultRequest };
  if (Object.keys(defaults).length > 0) limit.default = defaults;
  if (Object.keys(requests).length > 0) limit.defaultRequest = requests;
}

function validateLimit(limit: Limit, at: string): FieldError[] {
  const errors: FieldError[] = [];
  const over = (a: string | undefined, b: string | undefined) =>
    a !== undefined &&
    b !== undefined &&
    parseQuantity(a)!.milli > parseQuantity(b)!.milli;
  const names = new Set(KEYS.flatMap(key => Object.keys(limit[key] ?? {})));
  for (const name of names) {
    const max = limit.max?.[name];
    const min = limit.min?.[name];
    const request = limit.defaultRequest?.[name];
    const standard = limit.default?.[name];
    const report = (key: string, value: unknown, detail: string) =>
      errors.push(invalidValue(`${at}.${key}[${name}]`, value, detail));
    if (over(min, max)) {
      report('min', min, `min value ${min} is greater than max value ${max}`);
    }
    if (over(min, request)) {
      report(
        'defaultRequest',
        request,
        `min value ${min} is greater than default request value ${request}`,
      );
    }
    if (over(request, max)) {
      report(
        'defaultRequest',
        request,
        `default request value ${request} is greater than max value ${max}`,
      );
    }
    if (over(request, standard)) {
      report(
        'defaultRequest',
        request,
        `default request value ${request} is greater than default limit value ${standard}`,
      );
    }
    if (over(min, standard)) {
      report(
        'default',
        min,
        `min value ${min} is greater than default value ${standard}`,
      );
    }
    if (over(standard, max)) {
      report(
        'default',
        max,
        `default value ${standard} is greater than max value ${max}`,
      );
    }
  }
  return errors;
}
