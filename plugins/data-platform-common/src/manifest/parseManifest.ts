import { isMap, LineCounter, parseDocument } from 'yaml';

/** Largest manifest that is registered, in bytes of UTF-8. */
export const MANIFEST_MAX_BYTES = 64 * 1024;

/** Why a text is not a manifest. Line and column count from 1. */
export interface ManifestProblem {
  message: string;
  line?: number;
  column?: number;
}

export type ParsedManifest =
  | { ok: true; value: Record<string, unknown> }
  | { ok: false; problem: ManifestProblem };

/** Reads one YAML (or JSON) document that is a mapping. Total: never throws. */
export function parseManifest(text: string): ParsedManifest {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MANIFEST_MAX_BYTES) {
    return refuse(
      `The manifest has ${bytes} bytes; at most ${MANIFEST_MAX_BYTES} (64 KiB) are allowed. Move large content into a ConfigMap or a file in object storage.`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
  });
  const error = document.errors[0];
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const reason = error.message.split(/ at line \d+|\n/)[0];
    return refuse(
      error.code === 'MULTIPLE_DOCS'
        ? `The manifest holds more than one document (line ${line}). Keep one.`
        : `The manifest is not valid YAML: ${reason} (line ${line}, column ${col}).`,
      line,
      col,
    );
  }
  if (!isMap(document.contents)) {
    return refuse(
      'The manifest is not a YAML mapping. It starts with apiVersion, kind, metadata and spec.',
      1,
      1,
    );
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) };
  } catch (failure) {
    return refuse(
      `The manifest cannot be read: ${
        failure instanceof Error ? failure.message : 'unknown reason'
      }.`,
    );
  }
}

function refuse(
  message: string,
  line?: number,
  column?: number,
): ParsedManifest {
  return {
    ok: false,
    problem: { message, ...(line && { line }), ...(column && { column }) },
  };
}
