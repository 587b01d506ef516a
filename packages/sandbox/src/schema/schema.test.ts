import fc from 'fast-check';
import { applyDefaults } from './applyDefaults';
import { pruneUnknown } from './pruneUnknown';
import { Schema } from './Schema';
import { validateSchema } from './validateSchema';

const schema: Schema = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['cores'],
      properties: {
        cores: { type: 'integer', format: 'int32', minimum: 1 },
        ratio: { type: 'number', maximum: 1, exclusiveMaximum: true },
        mode: {
          type: 'string',
          enum: ['cluster', 'client'],
          default: 'cluster',
        },
        name: {
          type: 'string',
          minLength: 2,
          maxLength: 4,
          pattern: '^[a-z]+$',
        },
        conf: { type: 'object', additionalProperties: { type: 'string' } },
        list: {
          type: 'array',
          minItems: 1,
          maxItems: 2,
          items: { type: 'object', properties: { a: { type: 'string' } } },
        },
        port: { 'x-kubernetes-int-or-string': true },
        free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        finished: { type: 'string', nullable: true },
      },
    },
  },
};

const faults = (spec: unknown) =>
  validateSchema({ spec }, schema).map(
    ({ field, message }) => `${field}: ${message}`,
  );

describe('validateSchema', () => {
  it.each<[unknown, string[]]>([
    [
      { cores: 1, ratio: 0.5, port: 'http', conf: { a: 'b' }, finished: null },
      [],
    ],
    [{}, ['spec.cores: Required value']],
    [
      { cores: 0 },
      [
        'spec.cores: Invalid value: 0: spec.cores in body should be greater than or equal to 1',
      ],
    ],
    [
      { cores: 1, ratio: 1 },
      [
        'spec.ratio: Invalid value: 1: spec.ratio in body should be less than 1',
      ],
    ],
    [
      { cores: '1' },
      [
        'spec.cores: Invalid value: "string": spec.cores in body must be of type integer: "string"',
      ],
    ],
    [
      { cores: 1, mode: 'moon' },
      [
        'spec.mode: Unsupported value: "moon": supported values: "cluster", "client"',
      ],
    ],
    [
      { cores: 1, name: 'A' },
      [
        'spec.name: Invalid value: "A": spec.name in body should be at least 2 chars long',
        `spec.name: Invalid value: "A": spec.name in body should match '^[a-z]+$'`,
      ],
    ],
    [
      { cores: 1, name: 'abcde' },
      ['spec.name: Too long: may not be more than 4 bytes'],
    ],
    [
      { cores: 1, conf: { a: 1 } },
      [
        'spec.conf.a: Invalid value: "integer": spec.conf.a in body must be of type string: "integer"',
      ],
    ],
    [
      { cores: 1, list: [] },
      [
        'spec.list: Invalid value: 0: spec.list in body should have at least 1 items',
      ],
    ],
    [
      { cores: 1, list: [{}, {}, { a: 1 }] },
      [
        'spec.list: Too many: 3: must have at most 2 items',
        'spec.list[2].a: Invalid value: "integer": spec.list[2].a in body must be of type string: "integer"',
      ],
    ],
    [
      { cores: 1, port: true },
      [
        'spec.port: Invalid value: "boolean": spec.port in body must be of type integer,string: "boolean"',
      ],
    ],
    [
      [],
      [
        'spec: Invalid value: "array": spec in body must be of type object: "array"',
      ],
    ],
  ])('%j', (spec, expected) => {
    expect(faults(spec)).toEqual(expected);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), spec => {
        expect(Array.isArray(faults(spec))).toBe(true);
      }),
    );
  });
});

describe('pruneUnknown', () => {
  it('drops what is not declared and names it by its path', () => {
    const object: any = {
      kind: 'X',
      apiVersion: 'v1',
      metadata: { name: 'a', colour: 'red', labels: { any: 'thing' } },
      spec: {
        cores: 1,
        hat: 1,
        conf: { any: 'thing' },
        free: { any: 1 },
        list: [{ a: 'x', b: 'y' }],
      },
      extra: 1,
    };
    expect(pruneUnknown(object, schema)).toEqual([
      'extra',
      'metadata.colour',
      'spec.hat',
      'spec.list[0].b',
    ]);
    expect(object).toEqual({
      kind: 'X',
      apiVersion: 'v1',
      metadata: { name: 'a', labels: { any: 'thing' } },
      spec: {
        cores: 1,
        conf: { any: 'thing' },
        free: { any: 1 },
        list: [{ a: 'x' }],
      },
    });
  });

  it('finds nothing the second time', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), object => {
        pruneUnknown(object, schema);
        expect(pruneUnknown(object, schema)).toEqual([]);
      }),
    );
  });
});

describe('applyDefaults', () => {
  it('fills in defaults, and takes null for absent unless the field is nullable', () => {
    const object = {
      spec: { cores: 1, mode: null, name: null, finished: null },
    };
    applyDefaults(object, schema);
    expect(object).toEqual({
      spec: { cores: 1, mode: 'cluster', finished: null },
    });
  });
});
