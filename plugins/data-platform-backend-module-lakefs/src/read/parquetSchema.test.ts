import fc from 'fast-check';
import { parquetSchema } from './parquetSchema';

type Part = number | Part[];
const text = (value: string) => [...new TextEncoder().encode(value)];
const flat = (parts: Part[]): number[] =>
  parts.flatMap(part => (typeof part === 'number' ? part : flat(part)));

/** Fields of Thrift's compact protocol, by the distance of the id to the one before. */
const i32 = (delta: number, value: number) => [(delta << 4) | 5, value * 2];
const name = (delta: number, value: string) => [
  (delta << 4) | 8,
  value.length,
  ...text(value),
];
const struct = (delta: number, ...inner: Part[]) => [
  (delta << 4) | 12,
  inner,
  0,
];

function file(elements: Part[], rows = 7, length?: number): Uint8Array {
  const footer = flat([
    i32(1, 1),
    0x19,
    (elements.length << 4) | 12,
    elements.map(element => [element, 0]),
    0x16,
    rows * 2,
    // Row groups: never read.
    0x19,
    0xfc,
    0xff,
    0xff,
    0x7f,
  ]);
  const size = length ?? footer.length;
  const little = [0, 8, 16, 24].map(shift => (size >>> shift) & 0xff);
  return new Uint8Array([
    ...text('PAR1'),
    9,
    9,
    ...footer,
    ...little,
    ...text('PAR1'),
  ]);
}

const root = (children: number) => [name(4, 'table'), i32(1, children)];

it('tells the columns with their types, and how many rows there are', () => {
  const schema = parquetSchema(
    file([
      root(8),
      // type, repetition, name, then converted type or the logical one (field 10).
      [i32(1, 2), i32(2, 0), name(1, 'id')],
      [i32(1, 6), i32(2, 1), name(1, 'city'), i32(2, 0)],
      [
        i32(1, 2),
        i32(2, 1),
        name(1, 'price'),
        i32(2, 5),
        i32(1, 2),
        i32(1, 10),
      ],
      [i32(1, 1), i32(2, 1), name(1, 'day'), struct(6, struct(6))],
      [
        [i32(1, 2), i32(2, 1), name(1, 'at')],
        struct(6, struct(8, 0x12, struct(1, struct(2)))),
      ],
      [i32(1, 7), i32(1, 16), i32(1, 1), name(1, 'key')],
      [i32(1, 6), i32(2, 1), name(1, 'blob')],
      [
        [i32(1, 6), i32(2, 1), name(1, 'big')],
        struct(6, struct(5, i32(1, 4), i32(1, 38))),
      ],
    ]),
  );
  expect(schema).toEqual({
    rowCount: 7,
    fields: [
      { name: 'id', type: 'long', nullable: false },
      { name: 'city', type: 'string', nullable: true },
      { name: 'price', type: 'decimal(10,2)', nullable: true },
      { name: 'day', type: 'date', nullable: true },
      { name: 'at', type: 'timestamp (µs, no time zone)', nullable: true },
      { name: 'key', type: 'fixed(16)', nullable: true },
      { name: 'blob', type: 'binary', nullable: true },
      { name: 'big', type: 'decimal(38,4)', nullable: true },
    ],
  });
});

it('tells nested columns by their path', () => {
  const group = (title: string, children: number, repetition: number) => [
    i32(3, repetition),
    name(1, title),
    i32(1, children),
  ];
  const leaf = (title: string, repetition: number) => [
    i32(1, 1),
    i32(2, repetition),
    name(1, title),
  ];
  expect(
    parquetSchema(
      file([
        root(3),
        group('items', 1, 1),
        group('list', 2, 2),
        leaf('sku', 0),
        leaf('count', 1),
        leaf('total', 0),
        group('empty', 0, 0),
      ]),
    ),
  ).toMatchObject({
    fields: [
      { name: 'items.list.sku', type: 'int', nullable: true },
      { name: 'items.list.count', nullable: true },
      { name: 'total', nullable: false },
      { name: 'empty', type: 'unknown' },
    ],
  });
});

it('says why there is nothing to tell', () => {
  expect(parquetSchema(new Uint8Array())).toMatch(/no Parquet file/);
  expect(parquetSchema(new Uint8Array(text('<html></html>')))).toMatch(
    /no Parquet file/,
  );
  expect(parquetSchema(new Uint8Array(text('....PARE')))).toMatch(/encrypted/);
  expect(parquetSchema(file([root(0)], 1, 5_000_000))).toMatch(/larger/);
  expect(parquetSchema(file([root(0)], 1, 4_000_000_000))).toMatch(/larger/);
  expect(parquetSchema(file([root(0)], 1, 2))).toMatch(/cannot be read/);
});

it('never fails, hangs or tells too much, whatever the bytes are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      const size = bytes.length;
      const schema = parquetSchema(
        new Uint8Array([
          ...bytes,
          size & 0xff,
          size >> 8,
          0,
          0,
          ...text('PAR1'),
        ]),
      );
      const fields = typeof schema === 'string' ? [] : schema.fields;
      expect(fields.length).toBeLessThanOrEqual(500);
    }),
    { numRuns: 2_000 },
  );
});
