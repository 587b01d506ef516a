import fc from 'fast-check';
import {
  isParquet,
  isPreviewable,
  parquetPreviewOf,
  parseTable,
  previewOf,
} from './preview';

const stats = (path: string, size?: number) => ({
  path,
  path_type: 'object' as const,
  checksum: 'c',
  size_bytes: size,
  mtime: 1_795_337_408,
  content_type: 'text/html',
});
const bytes = (text: string) => new TextEncoder().encode(text);

describe('previewOf', () => {
  it('shows a CSV as a table, and leaves out a last row that is cut off', () => {
    const text = 'id,name\n1,"a ""b"", c"\n2,"x\ny"\n3,hal';
    const whole = previewOf(stats('t/a.csv', text.length), bytes(text));
    expect(whole).toMatchObject({
      kind: 'table',
      truncated: false,
      columns: ['id', 'name'],
      rows: [
        ['1', 'a "b", c'],
        ['2', 'x\ny'],
        ['3', 'hal'],
      ],
    });
    const part = previewOf(stats('t/a.csv', 1_000_000), bytes(text));
    expect(part).toMatchObject({ truncated: true });
    expect(part.rows).toHaveLength(2);
  });

  it.each([
    [100, 50, false],
    [101, 50, true],
    [100, 51, true],
  ])('of %d rows and %d columns, cut is %s', (rows, columns, truncated) => {
    const text = `${Array(columns).fill('x').join(',')}\n`.repeat(rows + 1);
    const preview = previewOf(stats('t/a.csv', text.length), bytes(text));
    expect(preview.truncated).toBe(truncated);
    expect(preview.rows).toHaveLength(100);
    expect(preview.columns).toHaveLength(50);
  });

  it('shows HTML as the text that it is', () => {
    const preview = previewOf(
      stats('x.html', 25),
      bytes('<script>1</script>\nb'),
    );
    expect(preview).toMatchObject({
      kind: 'text',
      lines: ['<script>1</script>', 'b'],
    });
  });

  it('shows nothing of what is binary, whatever its name', () => {
    expect(isPreviewable('t/data/a.parquet')).toBe(false);
    expect(isPreviewable('t/LICENSE')).toBe(false);
    expect(isPreviewable('t/LICENSE', 'text/plain; charset=utf-8')).toBe(true);
    expect(isPreviewable('t/metadata/version-hint.text')).toBe(true);
    expect(previewOf(stats('a.parquet', 5), undefined).kind).toBe('none');
    expect(previewOf(stats('a.csv', 3), new Uint8Array([80, 0, 1])).note).toBe(
      'It is no text (UTF-8).',
    );
    expect(
      previewOf(stats('a.txt', 2), new Uint8Array([0xc3, 0x28])).kind,
    ).toBe('none');
  });

  it('knows a Parquet file by its name, and says where it is none', () => {
    expect(isParquet('t/part-0.snappy.PARQUET')).toBe(true);
    expect(isParquet('t/parquet.txt')).toBe(false);
    expect(parquetPreviewOf(stats('a.parquet', 4), bytes('text'))).toEqual({
      path: 'a.parquet',
      size: 4,
      modifiedAt: 1_795_337_408_000,
      contentType: 'text/html',
      checksum: 'c',
      kind: 'none',
      truncated: false,
      note: expect.stringMatching(/no Parquet file/),
    });
  });

  it('keeps a text whose last character is cut in two', () => {
    const cut = bytes('grün').slice(0, 3);
    expect(previewOf(stats('a.txt', 100), cut).lines).toEqual(['gr']);
  });

  it('shows an empty object', () => {
    expect(previewOf(stats('_SUCCESS', 0), new Uint8Array()).lines).toEqual([
      '',
    ]);
  });
});

describe('parseTable', () => {
  it('reads what was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, table => {
        const text = table
          .map(row =>
            row.map(each => `"${each.replaceAll('"', '""')}"`).join(','),
          )
          .join('\n');
        expect(parseTable(text, ',')).toEqual(table);
      }),
    );
  });

  it('stops after the rows and columns that are shown', () => {
    const table = parseTable(`${'x,'.repeat(200)}\n`.repeat(500), ',');
    expect(table.length).toBeLessThanOrEqual(102);
    expect(table[0]).toHaveLength(51);
  });
});
