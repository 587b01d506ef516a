/** An `if` of a hook that cannot be understood. */
export class ConditionFault extends Error {}

const TOKEN =
  /\s*(success\(\)|failure\(\)|true|false|&&|\|\||and\b|or\b|not\b|[!()])/y;

/**
 * Evaluates the `if` of a hook: `success()` and `failure()` say how the hooks before it went.
 *
 * @throws ConditionFault
 */
export function holdsCondition(text: string, failed: boolean): boolean {
  const tokens = tokenize(text);
  const value = either(tokens, failed);
  if (tokens.length > 0)
    throw new ConditionFault(`unexpected token ${tokens[0]}`);
  return value;
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) throw new ConditionFault(`unexpected token at ${at + 1}`);
    tokens.push(found[1]);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function either(tokens: string[], failed: boolean): boolean {
  let value = both(tokens, failed);
  while (tokens[0] === '||' || tokens[0] === 'or') {
    tokens.shift();
    value = both(tokens, failed) || value;
  }
  return value;
}

function both(tokens: string[], failed: boolean): boolean {
  let value = single(tokens, failed);
  while (tokens[0] === '&&' || tokens[0] === 'and') {
    tokens.shift();
    value = single(tokens, failed) && value;
  }
  return value;
}

function single(tokens: string[], failed: boolean): boolean {
  const token = tokens.shift();
  switch (token) {
    case '!':
    case 'not':
      return !single(tokens, failed);
    case 'success()':
      return !failed;
    case 'failure()':
      return failed;
    case 'true':
    case 'false':
      return token === 'true';
    case '(': {
      const value = either(tokens, failed);
      if (tokens.shift() !== ')') throw new ConditionFault('expected )');
      return value;
    }
    default:
      throw new ConditionFault(`unexpected token ${token ?? 'EOF'}`);
  }
}
