/** A pattern with `*`, `?`, `[a-z]` and `{a,b}` as a regular expression for whole names. A broken one matches nothing. */
export function globPattern(pattern: string): RegExp {
  const source = pattern.replace(
    /\*+|\?|\[!?[^\]]*\]|[{},]|[\\^$.|+()[\]]/g,
    token => {
      if (token.startsWith('*')) return '.*';
      if (token === '?') return '.';
      if (token.startsWith('[') && token.length > 1) {
        return token.startsWith('[!') ? `[^${token.slice(2)}` : token;
      }
      if (token === '{') return '(?:';
      if (token === '}') return ')';
      return token === ',' ? '|' : `\\${token}`;
    },
  );
  try {
    return new RegExp(`^(?:${source})$`, 's');
  } catch {
    return /(?!)/;
  }
}
