/** A value of Thrift's compact protocol, as far as readers of Parquet need it: structs by the ids of their fields. */
export type ThriftValue =
  | number
  | boolean
  | Uint8Array
  | ThriftStruct
  | readonly ThriftValue[];

export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

const DEEPEST = 16;
const MOST_VALUES = 100_000;

/**
 * Reads Thrift's compact protocol (thrift/doc/specs/thrift-compact-protocol.md). The bytes come from anybody: nothing is read
 * beyond their end, nothing is allocated by a length that they claim.
 * @throws RangeError - they are no such thing
 */
export class ThriftReader {
  private readonly bytes: Uint8Array;
  private at = 0;
  private values = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** @param most - fields with a larger id are not wanted: reading ends before the first of them */
  struct(most = Number.MAX_SAFE_INTEGER, depth = 0): ThriftStruct {
    if (depth > DEEPEST) throw new RangeError('nested too deep');
    const fields = new Map<number, ThriftValue>();
    let id = 0;
    for (;;) {
      const header = this.byte();
      if (header === 0) return fields;
      const delta = header >> 4;
      id = delta === 0 ? this.zigzag() : id + delta;
      if (id > most) return fields;
      fields.set(id, this.value(header & 0x0f, depth, true));
    }
  }

  private value(type: number, depth: number, field = false): ThriftValue {
    this.values += 1;
    if (this.values > MOST_VALUES) throw new RangeError('too many values');
    switch (type) {
      case 1:
      case 2:
        // Of a field the type is the value; in a list a byte follows.
        return field ? type === 1 : this.byte() === 1;
      case 3:
        return this.byte();
      case 4:
      case 5:
      case 6:
        return this.zigzag();
      case 7:
        return this.double();
      case 8:
        return this.binary();
      case 9:
      case 10:
        return this.list(depth + 1);
      case 11:
        return this.map(depth + 1);
      case 12:
        return this.struct(undefined, depth + 1);
      default:
        throw new RangeError(`no type ${type}`);
    }
  }

  private list(depth: number): ThriftValue[] {
    const header = this.byte();
    const short = header >> 4;
    const size = short === 15 ? this.varint() : short;
    return this.times(size, () => this.value(header & 0x0f, depth));
  }

  /** Keys and values in turn; nothing that is shown is a map. */
  private map(depth: number): ThriftValue[] {
    const size = this.varint();
    if (size === 0) return [];
    const types = this.byte();
    return this.times(size * 2, index =>
      this.value(index % 2 === 0 ? types >> 4 : types & 0x0f, depth),
    );
  }

  private times(
    size: number,
    read: (index: number) => ThriftValue,
  ): ThriftValue[] {
    const items: ThriftValue[] = [];
    for (let index = 0; index < size; index += 1) items.push(read(index));
    return items;
  }

  private binary(): Uint8Array {
    const size = this.varint();
    const end = this.at + size;
    if (end > this.bytes.length) throw new RangeError('cut off');
    const found = this.bytes.subarray(this.at, end);
    this.at = end;
    return found;
  }

  private double(): number {
    const end = this.at + 8;
    if (end > this.bytes.length) throw new RangeError('cut off');
    const { buffer, byteOffset } = this.bytes;
    const found = new DataView(buffer, byteOffset + this.at, 8);
    this.at = end;
    return found.getFloat64(0, true);
  }

  private zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  private varint(): number {
    let value = 0;
    // Ten groups of seven bits hold what 64 bits can.
    for (let index = 0; index < 10; index += 1) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number without end');
  }

  private byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError('cut off');
    this.at += 1;
    return byte;
  }
}
