const BEGIN = '<!-- figures: written by `npm run bench -- --write-docs` -->';
const END = '<!-- end of figures -->';

/**
 * The document with the figures between its two marks replaced; what people wrote around them stays.
 * @throws Error when a mark is missing
 */
export function withFigures(document: string, text: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`The document has no "${BEGIN}" before its "${END}"`);
  }
  const block = ['', '', '```', text.trim(), '```', '', ''].join('\n');
  return document.slice(0, begin + BEGIN.length) + block + document.slice(end);
}
