import { Parameter } from './Route';

const text: Parameter = {
  in: 'query',
  allowEmpty: true,
  schema: { type: 'string' },
};

const flag: Parameter = { in: 'query', schema: { type: 'boolean' } };

/** Of lists: where to begin, and how much. */
export const paging: Readonly<Record<string, Parameter>> = {
  prefix: text,
  after: text,
  amount: {
    in: 'query',
    schema: { default: 100, maximum: 1000, minimum: -1, type: 'integer' },
  },
};

export const grouping: Readonly<Record<string, Parameter>> = {
  ...paging,
  delimiter: text,
};

export const parameters = {
  text,
  flag,
  /** Must be given, and not be empty. */
  required: { in: 'query', required: true, schema: { type: 'string' } },
  list: {
    in: 'query',
    schema: { type: 'array', items: { type: 'string' } },
  },
  header: { in: 'header', allowEmpty: true, schema: { type: 'string' } },
} satisfies Record<string, Parameter>;
