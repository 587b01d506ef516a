/** A column of a table, with its type in Iceberg's words. */
export interface Column {
  name: string;
  type: 'long' | 'string' | 'date' | 'timestamp' | 'decimal(10,2)';
}

const MAGIC = Buffer.from('PAR1');
/** Physical types of parquet.thrift: INT32, INT64, BYTE_ARRAY. */
const PHYSICAL: Readonly<Record<Column['type'], number>> = {
  date: 1,
  long: 2,
  timestamp: 2,
  string: 6,
  'decimal(10,2)': 2,
};

/** Whether a column can have that type. */
export function isColumnType(type: string): type is Column['type'] {
  return Object.hasOwn(PHYSICAL, type);
}

/** Converted types of parquet.thrift: UTF8, DECIMAL, DATE, TIMESTAMP_MICROS. */
const CONVERTED: Readonly<Partial<Record<Column['type'], number>>> = {
  string: 0,
  'decimal(10,2)': 5,
  date: 6,
  timestamp: 10,
};

/**
 * A Parquet file of some size that has a schema and no rows: readers show the columns. The bytes between head and footer belong to
 * nothing.
 */
export function parquetFile(columns: readonly Column[], size: number): Buffer {
  const footer = Buffer.concat([
    // FileMetaData: version, schema, num_rows, row_groups, created_by.
    i32Field(1, 1),
    Buffer.from([0x19, ((columns.length + 1) << 4) | 0x0c]),
    rootElement(columns.length),
    ...columns.map(columnElement),
    Buffer.from([0x16, 0x00, 0x19, 0x0c]),
    stringField(2, 'Millrace sandbox'),
    Buffer.from([0x00]),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  const filling = Math.max(0, size - footer.length - 12);
  return Buffer.concat([MAGIC, Buffer.alloc(filling), footer, length, MAGIC]);
}

/** SchemaElement of the root: name, num_children. */
function rootElement(children: number): Buffer {
  return Buffer.concat([
    stringField(4, 'table'),
    i32Field(1, children),
    Buffer.from([0x00]),
  ]);
}

/** SchemaElement of a column: type, repetition_type, name, converted_type, scale and precision. */
function columnElement({ name, type }: Column): Buffer {
  const converted = CONVERTED[type];
  return Buffer.concat([
    i32Field(1, PHYSICAL[type]),
    i32Field(2, 1),
    stringField(1, name),
    ...(converted === undefined ? [] : [i32Field(2, converted)]),
    ...(type === 'decimal(10,2)' ? [i32Field(1, 2), i32Field(1, 10)] : []),
    Buffer.from([0x00]),
  ]);
}

/** A field of Thrift's compact protocol, by the distance of its id to the one before. */
function i32Field(delta: number, value: number): Buffer {
  return Buffer.concat([
    Buffer.from([(delta << 4) | 0x05]),
    varint(value << 1),
  ]);
}

function stringField(delta: number, text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([
    Buffer.from([(delta << 4) | 0x08]),
    varint(bytes.length),
    bytes,
  ]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Buffer.from([...bytes, rest]);
}
