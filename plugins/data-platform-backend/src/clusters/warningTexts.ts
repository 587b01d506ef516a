/** `299 - "unknown field \"spec.colour\""` as Kubernetes writes it (RFC 9111, section 5.5). */
const WARNING = /^\s*\d{3}\s+\S+\s+"((?:[^"\\]|\\.)*)"/;

/** Texts of Warning headers; a header that is written otherwise is kept as it is. */
export function warningTexts(
  header: string | string[] | undefined,
): readonly string[] {
  const lines = header === undefined ? [] : [header].flat();
  return lines.flatMap(splitWarnings).map(line => {
    const match = WARNING.exec(line);
    return match ? match[1].replace(/\\(.)/g, '$1') : line.trim();
  });
}

/** Several warnings may share one header line, parted by commas outside the quotes. */
function splitWarnings(line: string): string[] {
  return line.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [line];
}
