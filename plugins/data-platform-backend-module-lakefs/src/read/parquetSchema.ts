import { LakefsPreview } from '@millrace/backstage-plugin-data-platform-common';
import { parquetType } from './parquetType';
import { ThriftReader, ThriftStruct } from './ThriftReader';

/** What the footer of a Parquet file tells of its columns. */
export interface ParquetSchema {
  fields: NonNullable<LakefsPreview['fields']>;
  rowCount?: number;
}

/** Magic, after the length of the footer in four bytes. */
const END = 8;
const MOST_FIELDS = 500;

/**
 * Reads the schema from the end of a Parquet file (parquet.thrift: FileMetaData, SchemaElement).
 * @param tail - its last bytes
 * @returns why not, in a few words, where it cannot be read
 */
export function parquetSchema(tail: Uint8Array): ParquetSchema | string {
  const magic = new TextDecoder('latin1').decode(tail.slice(-4));
  if (magic === 'PARE') return 'Its footer is encrypted.';
  if (magic !== 'PAR1' || tail.length < END) {
    return 'It is no Parquet file, whatever its name: the mark at its end is missing.';
  }
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const length = view.getUint32(tail.byteLength - END, true);
  if (length > tail.byteLength - END) {
    return 'Its footer is larger than the portal reads.';
  }
  const from = tail.byteLength - END - length;
  try {
    // Row groups behind the number of rows may be many; nothing of them is shown.
    const file = new ThriftReader(tail.subarray(from, from + length)).struct(3);
    const rows = file.get(3);
    return {
      fields: leaves(elementsOf(file)),
      ...(typeof rows === 'number' && { rowCount: rows }),
    };
  } catch (error) {
    if (error instanceof RangeError) return 'Its footer cannot be read.';
    throw error;
  }
}

function elementsOf(file: ThriftStruct): ThriftStruct[] {
  const schema = file.get(2);
  if (!Array.isArray(schema)) throw new RangeError('no schema');
  return schema.filter(each => each instanceof Map);
}

interface Group {
  name: string;
  left: number;
  nullable: boolean;
}

/** The schema is a tree, told depth first; what holds values are its leaves. */
function leaves([root, ...elements]: ThriftStruct[]): ParquetSchema['fields'] {
  const fields: ParquetSchema['fields'] = [];
  const open: Group[] = root
    ? [{ name: '', left: childrenOf(root), nullable: false }]
    : [];
  for (const element of elements) {
    while (open.length > 0 && open[open.length - 1].left === 0) open.pop();
    const parent = open[open.length - 1];
    if (!parent || fields.length >= MOST_FIELDS) break;
    parent.left -= 1;
    const name = `${parent.name && `${parent.name}.`}${textOf(element.get(4))}`;
    // Repetition: required 0, optional 1, repeated 2.
    const nullable = parent.nullable || element.get(3) !== 0;
    const left = childrenOf(element);
    if (left > 0) open.push({ name, left, nullable });
    else fields.push({ name, type: parquetType(element), nullable });
  }
  return fields;
}

function childrenOf(element: ThriftStruct): number {
  const children = element.get(5);
  return typeof children === 'number' ? children : 0;
}

function textOf(value: unknown): string {
  return value instanceof Uint8Array
    ? new TextDecoder().decode(value).slice(0, 200)
    : '?';
}
