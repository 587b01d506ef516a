import { ThriftStruct, ThriftValue } from './ThriftReader';

/** Physical types of parquet.thrift, in the words of Spark. */
const PHYSICAL = [
  'boolean',
  'int',
  'long',
  'timestamp (int96)',
  'float',
  'double',
  'binary',
  'fixed',
];

/** Converted types of parquet.thrift; decimal is told apart. */
const CONVERTED: Readonly<Record<number, string>> = {
  0: 'string',
  4: 'enum',
  6: 'date',
  7: 'time (ms)',
  8: 'time (µs)',
  9: 'timestamp (ms)',
  10: 'timestamp (µs)',
  11: 'unsigned 8 bit',
  12: 'unsigned 16 bit',
  13: 'unsigned 32 bit',
  14: 'unsigned 64 bit',
  15: 'byte',
  16: 'short',
  17: 'int',
  18: 'long',
  19: 'json',
  20: 'bson',
  21: 'interval',
};
const DECIMAL = 5;

/** Members of the union LogicalType that need no more than their name. */
const LOGICAL: Readonly<Record<number, string>> = {
  1: 'string',
  4: 'enum',
  6: 'date',
  12: 'json',
  13: 'bson',
  14: 'uuid',
  15: 'float16',
};
const LOGICAL_DECIMAL = 5;
const LOGICAL_TIME = 7;
const LOGICAL_TIMESTAMP = 8;
const UNITS: Readonly<Record<number, string>> = { 1: 'ms', 2: 'µs', 3: 'ns' };

/** What a column holds, in a word: the logical type, else the converted one of older writers, else the physical one. */
export function parquetType(element: ThriftStruct): string {
  return (
    logicalOf(element.get(10)) ?? convertedOf(element) ?? physicalOf(element)
  );
}

function logicalOf(logical: ThriftValue | undefined): string | undefined {
  const [member] = isStruct(logical) ? [...logical] : [];
  if (!member) return undefined;
  const [id, value] = member;
  if (LOGICAL[id]) return LOGICAL[id];
  if (!isStruct(value)) return undefined;
  if (id === LOGICAL_DECIMAL) return decimal(value.get(2), value.get(1));
  if (id !== LOGICAL_TIME && id !== LOGICAL_TIMESTAMP) return undefined;
  const unit = value.get(2);
  const [unitId] = isStruct(unit) ? [...unit.keys()] : [];
  const local = value.get(1) === false ? ', no time zone' : '';
  return `${id === LOGICAL_TIME ? 'time' : 'timestamp'} (${
    UNITS[unitId] ?? 'unit unknown'
  }${local})`;
}

function convertedOf(element: ThriftStruct): string | undefined {
  const converted = element.get(6);
  if (typeof converted !== 'number') return undefined;
  return converted === DECIMAL
    ? decimal(element.get(8), element.get(7))
    : CONVERTED[converted];
}

function physicalOf(element: ThriftStruct): string {
  const physical = element.get(1);
  const name = typeof physical === 'number' ? PHYSICAL[physical] : undefined;
  const length = element.get(2);
  return name === 'fixed' && typeof length === 'number'
    ? `fixed(${length})`
    : name ?? 'unknown';
}

function decimal(precision: unknown, scale: unknown): string {
  return typeof precision === 'number'
    ? `decimal(${precision},${typeof scale === 'number' ? scale : 0})`
    : 'decimal';
}

function isStruct(value: ThriftValue | undefined): value is ThriftStruct {
  return value instanceof Map;
}
