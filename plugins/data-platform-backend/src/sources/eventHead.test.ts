import fc from 'fast-check';
import { eventHead } from './eventHead';

const event = (type: string, metadata: unknown, rest: object = {}) =>
  JSON.stringify({
    type,
    object: { apiVersion: 'v1', kind: 'Toy', metadata, ...rest },
  });

describe('eventHead', () => {
  it('knows the object by its metadata although the rest is missing', () => {
    const metadata = { name: 'a', uid: 'u', labels: { 'a}"': '{"}\\' } };
    const text = event('ADDED', metadata, { spec: 'x'.repeat(1_000) });
    expect(eventHead(text.slice(0, 300))).toEqual({
      type: 'changed',
      name: 'a',
      object: { metadata },
    });
    expect(eventHead(event('DELETED', metadata)).type).toBe('deleted');
  });

  it('knows a name at most where the metadata go on beyond it', () => {
    const metadata = { name: 'a', annotations: { big: 'x'.repeat(1_000) } };
    expect(eventHead(event('MODIFIED', metadata).slice(0, 300))).toEqual({
      type: 'changed',
      name: 'a',
    });
  });

  it.each(['', '{"type":"ADDED"', 'xxxx', '{"metadata":{\\}', '"metadata":{}'])(
    'makes nothing up of %s',
    text => {
      const { object, name } = eventHead(text);
      expect(name).toBeUndefined();
      expect(object?.metadata ?? {}).toEqual({});
    },
  );

  it('is total, and right about every event that is cut after its metadata', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.json()),
        fc.nat(),
        (meta, cut) => {
          const text = event('ADDED', meta, { spec: { metadata: 1 } });
          eventHead(text.slice(0, cut % text.length));
          const whole = text.slice(0, text.lastIndexOf('"spec"'));
          expect(eventHead(whole).object).toEqual({
            metadata: JSON.parse(JSON.stringify(meta)),
          });
        },
      ),
    );
  });
});
