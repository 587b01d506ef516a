import { LakefsPreview } from '@millrace/backstage-plugin-data-platform-common';
import { ObjectStats } from '../client/types';
import { parquetSchema } from '../read/parquetSchema';

/** Bytes of an object that are read for a preview. */
export const PREVIEW_BYTES = 64 * 1024;
const MOST_ROWS = 100;
const MOST_COLUMNS = 50;
const MOST_LINES = 500;

const TEXT =
  /\.(txt|text|md|csv|tsv|json|jsonl|ndjson|ya?ml|xml|html?|sql|py|scala|log|crc|properties|conf)$|(^|\/)_SUCCESS$/i;

/** Bytes of the end of a Parquet file that are read; the schema stands in its footer. */
export const FOOTER_BYTES = 256 * 1024;

export function isParquet(path: string): boolean {
  return /\.(parquet|parq)$/i.test(path);
}

/** Whether the bytes are worth reading as text. ORC and Avro are binary: said, not shown. */
export function isPreviewable(path: string, contentType = ''): boolean {
  return TEXT.test(path) || /^text\/|^application\/json\b/i.test(contentType);
}

/** What a person can see of an object. Text is text: nothing here is ever rendered as a page. */
export function previewOf(
  stats: ObjectStats,
  bytes: Uint8Array | undefined,
): LakefsPreview {
  const { path, size_bytes: size } = stats;
  const base = baseOf(stats);
  if (!bytes) {
    return {
      ...base,
      kind: 'none',
      truncated: false,
      note: 'Only text can be looked at here; open it with Spark, or in lakeFS.',
    };
  }
  const truncated = size !== undefined && size > bytes.byteLength;
  const text = decoded(bytes, truncated);
  if (text === undefined) {
    return { ...base, kind: 'none', truncated, note: 'It is no text (UTF-8).' };
  }
  const separator = separatorOf(path);
  if (separator) {
    const [columns = [], ...rows] = parseTable(text, separator);
    const widest = Math.max(columns.length, ...rows.map(row => row.length));
    return {
      ...base,
      kind: 'table',
      truncated: truncated || rows.length > MOST_ROWS || widest > MOST_COLUMNS,
      columns: columns.slice(0, MOST_COLUMNS),
      // The last row of a part may be a part of a row.
      rows: (truncated ? rows.slice(0, -1) : rows)
        .slice(0, MOST_ROWS)
        .map(row => row.slice(0, MOST_COLUMNS)),
    };
  }
  const lines = text.split(/\r?\n/);
  return {
    ...base,
    kind: 'text',
    truncated: truncated || lines.length > MOST_LINES,
    lines: lines.slice(0, MOST_LINES),
  };
}

/**
 * The columns of a Parquet file.
 * @param tail - its last bytes
 */
export function parquetPreviewOf(
  stats: ObjectStats,
  tail: Uint8Array,
): LakefsPreview {
  const schema = parquetSchema(tail);
  return typeof schema === 'string'
    ? { ...baseOf(stats), kind: 'none', truncated: false, note: schema }
    : { ...baseOf(stats), kind: 'schema', truncated: false, ...schema };
}

function baseOf(stats: ObjectStats) {
  const { path, size_bytes: size, mtime } = stats;
  const { content_type: contentType, checksum } = stats;
  return {
    path,
    ...(size !== undefined && { size }),
    modifiedAt: mtime * 1_000,
    ...(contentType && { contentType }),
    ...(checksum && { checksum }),
  };
}

function separatorOf(path: string): string | undefined {
  if (/\.csv$/i.test(path)) return ',';
  return /\.tsv$/i.test(path) ? '\t' : undefined;
}

function decoded(bytes: Uint8Array, truncated: boolean): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    // With `stream`, a character that was cut in two at the end is left out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, {
      stream: truncated,
    });
  } catch {
    return undefined;
  }
}

/** Rows of a CSV (RFC 4180: quotes, doubled quotes, line breaks within quotes). */
export function parseTable(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    // One more than is shown, so that it is known that there are more.
    if (row.length <= MOST_COLUMNS) row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length && rows.length <= MOST_ROWS + 1; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && field === '') quoted = true;
    else if (letter === separator) endField();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') field += letter;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
