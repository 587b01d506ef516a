/**
 * Parses JSON.
 *
 * @param fault makes the error, of the text that Go's decoder has for it
 */
export function parseBody(
  text: string,
  fault: (why: string) => Error,
): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault(goReason(text, (error as Error).message));
  }
}

function goReason(text: string, reason: string): string {
  if (text.trim() === '') return 'EOF';
  if (/end of JSON input|Unterminated|Expected.*at position/.test(reason)) {
    const [, at] = /position (\d+)/.exec(reason) ?? [];
    if (at === undefined || Number(at) >= text.length) return 'unexpected EOF';
  }
  const [, position] = /position (\d+)/.exec(reason) ?? [];
  const [, token] = /^Unexpected token '(.)'/u.exec(reason) ?? [];
  const character = token ?? text[Number(position ?? 0)] ?? '';
  const first = text.trimStart().startsWith(character);
  return first
    ? `invalid character '${character}' looking for beginning of value`
    : `invalid character '${character}' looking for beginning of object key string`;
}
