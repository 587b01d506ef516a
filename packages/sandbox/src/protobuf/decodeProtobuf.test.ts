import fc from 'fast-check';
import { decodeProtobuf, ProtobufFault } from './decodeProtobuf';

/** A field of wire type 2. */
function bytes(number: number, content: Buffer | string): Buffer {
  const body = Buffer.from(content);
  return Buffer.concat([varint((number << 3) | 2), varint(body.length), body]);
}

function integer(number: number, value: number): Buffer {
  return Buffer.concat([varint(number << 3), varint(value)]);
}

function varint(value: number): Buffer {
  const out: number[] = [];
  let rest = value;
  while (rest > 127) {
    out.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return Buffer.from([...out, rest]);
}

function envelope(apiVersion: string, kind: string, ...raw: Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from('k8s\u0000', 'latin1'),
    bytes(1, Buffer.concat([bytes(1, apiVersion), bytes(2, kind)])),
    bytes(2, Buffer.concat(raw)),
    bytes(3, ''),
    bytes(4, ''),
  ]);
}

/** Whether a run goes well, or fails as it may. */
const endsWell = (run: () => unknown) => {
  try {
    run();
    return true;
  } catch (error) {
    return error instanceof ProtobufFault;
  }
};

const entry = (number: number, key: string, value: Buffer | string) =>
  bytes(number, Buffer.concat([bytes(1, key), bytes(2, value)]));

describe('decodeProtobuf', () => {
  it('reads what kubectl writes for `create quota`', () => {
    const meta = Buffer.concat([
      bytes(1, 'q'),
      bytes(2, ''),
      bytes(3, 'orders'),
      bytes(8, ''),
      entry(11, 'team', 'sales'),
    ]);
    const spec = Buffer.concat([entry(1, 'pods', bytes(1, '10'))]);
    expect(
      decodeProtobuf(
        envelope('v1', 'ResourceQuota', bytes(1, meta), bytes(2, spec)),
      ),
    ).toEqual({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'q', namespace: 'orders', labels: { team: 'sales' } },
      spec: { hard: { pods: '10' } },
    });
  });

  it('reads bytes as base64, lists in order, booleans and times', () => {
    const secret = envelope(
      'v1',
      'Secret',
      bytes(1, Buffer.concat([bytes(1, 's'), bytes(8, integer(1, 86_400))])),
      entry(2, 'a', 'geheim'),
      bytes(3, 'Opaque'),
      integer(5, 1),
    );
    expect(decodeProtobuf(secret)).toMatchObject({
      metadata: { name: 's', creationTimestamp: '1970-01-02T00:00:00Z' },
      data: { a: Buffer.from('geheim').toString('base64') },
      type: 'Opaque',
      immutable: true,
    });
    const rule = Buffer.concat([
      bytes(1, 'get'),
      bytes(1, 'list'),
      bytes(2, ''),
      bytes(3, 'pods'),
    ]);
    expect(
      decodeProtobuf(
        envelope('rbac.authorization.k8s.io/v1', 'Role', bytes(2, rule)),
      ),
    ).toMatchObject({
      // The core group is an empty string, and has to stay in the list.
      rules: [{ verbs: ['get', 'list'], apiGroups: [''], resources: ['pods'] }],
    });
  });

  it('refuses other kinds and what is none', () => {
    expect(() => decodeProtobuf(envelope('v1', 'Pod'))).toThrow(ProtobufFault);
    expect(() => decodeProtobuf(Buffer.from('{}'))).toThrow(ProtobufFault);
    expect(() => decodeProtobuf(Buffer.alloc(0))).toThrow(ProtobufFault);
  });

  it('never fails otherwise than by ProtobufFault', () => {
    fc.assert(
      fc.property(fc.uint8Array(), raw => {
        const body = envelope('v1', 'ConfigMap', Buffer.from(raw));
        expect(endsWell(() => decodeProtobuf(body))).toBe(true);
      }),
    );
  });
});
