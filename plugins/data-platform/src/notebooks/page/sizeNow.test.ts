import fc from 'fast-check';
import { parseQuantity } from '@millrace/backstage-plugin-data-platform-common';
import { sizeNow } from './sizeNow';

describe('sizeNow', () => {
  it.each([
    ['500m', '4294967296', '0.5', '4Gi'],
    ['2', '1536Mi', '2', '1536Mi'],
    ['1.5', '2048Mi', '1.5', '2Gi'],
    ['some', '1G', 'some', '1G'],
  ])('of %s and %s', (cpu, memory, cores, bytes) => {
    expect(sizeNow({ cpu, memory })).toEqual({ cpu: cores, memory: bytes });
  });

  it('leaves out what is not known', () => {
    expect(sizeNow({})).toEqual({});
  });

  it('is the same amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64_000 }),
        fc.integer({ min: 1, max: 2 ** 40 }),
        (milli, bytes) => {
          const now = sizeNow({ cpu: `${milli}m`, memory: String(bytes) });
          expect(parseQuantity(now.cpu!)).toBeCloseTo(milli / 1000, 6);
          expect(parseQuantity(now.memory!)).toBe(bytes);
        },
      ),
    );
  });
});
