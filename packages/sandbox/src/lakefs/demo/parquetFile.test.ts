import { CUSTOMERS, ORDERS } from './DemoWriter';
import { parquetFile } from './parquetFile';

describe('parquetFile', () => {
  it.each([
    [ORDERS, 50_000],
    [CUSTOMERS, 10],
  ])('has head, footer and the names of its columns', (columns, size) => {
    const file = parquetFile(columns, size);
    expect(file.subarray(0, 4).toString()).toBe('PAR1');
    expect(file.subarray(-4).toString()).toBe('PAR1');
    const length = file.readUInt32LE(file.length - 8);
    const footer = file.subarray(file.length - 8 - length, file.length - 8);
    for (const { name } of columns) {
      expect(footer.includes(Buffer.from(name))).toBe(true);
    }
    expect(file.length).toBeGreaterThanOrEqual(size);
  });
});
