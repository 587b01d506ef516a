import { badRequest } from '../errors/status';
import { labelValueFaults } from '../meta/labelRules';

export type Labels = Record<string, string>;
export type LabelMatcher = (labels: Labels | undefined) => boolean;

interface Token {
  kind: 'word' | 'symbol' | 'end';
  text: string;
}

const TOKEN = /\s*(==|!=|[=!(),<>]|[^\s=!(),<>]+)/y;
const OPERATORS = 'in, notin, =, ==, !=, gt, lt';

/**
 * Parses a label selector (k8s.io/apimachinery/pkg/labels).
 *
 * @throws 400 in the words of the real parser
 */
export function parseLabelSelector(selector: string): LabelMatcher {
  const tokens = tokenize(selector);
  const matchers: LabelMatcher[] = [];
  let at = 0;
  // The last token is the end, however often it is asked for.
  const peek = () => tokens[Math.min(at, tokens.length - 1)];
  const take = () => tokens[Math.min(at++, tokens.length - 1)];

  if (peek().kind === 'end') return () => true;
  for (;;) {
    matchers.push(requirement(peek, take));
    const next = take();
    if (next.kind === 'end') break;
    if (next.text !== ',') {
      throw badRequest(
        `found '${next.text}', expected: ',' or 'end of string'`,
      );
    }
    if (peek().kind === 'end') {
      throw badRequest("found '', expected: identifier after ','");
    }
  }
  return labels => matchers.every(matches => matches(labels));
}

function tokenize(selector: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(selector); match; match = TOKEN.exec(selector)) {
    const text = match[1];
    tokens.push({ kind: /^[=!(),<>]/.test(text) ? 'symbol' : 'word', text });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function requirement(peek: () => Token, take: () => Token): LabelMatcher {
  if (peek().text === '!') {
    take();
    const key = take();
    if (key.kind !== 'word') throw unexpected(key);
    return labels => labels?.[key.text] === undefined;
  }
  const key = take();
  if (key.kind !== 'word') throw unexpected(key);
  const operator = peek();
  if (operator.kind === 'end' || operator.text === ',') {
    return labels => labels?.[key.text] !== undefined;
  }
  take();
  switch (operator.text) {
    case '=':
    case '==': {
      const [value] = checked(key.text, [exactValue(peek, take)]);
      return labels => labels?.[key.text] === value;
    }
    case '!=': {
      const [value] = checked(key.text, [exactValue(peek, take)]);
      return labels => labels?.[key.text] !== value;
    }
    case 'in': {
      const values = checked(key.text, valueList(take));
      return labels => values.includes(labels?.[key.text] as string);
    }
    case 'notin': {
      const values = checked(key.text, valueList(take));
      return labels => !values.includes(labels?.[key.text] as string);
    }
    case 'gt':
    case '>':
    case 'lt':
    case '<': {
      const limit = wholeNumber(key.text, take().text);
      const greater = operator.text === 'gt' || operator.text === '>';
      return labels => {
        const value = Number(labels?.[key.text] ?? NaN);
        return greater ? value > limit : value < limit;
      };
    }
    default:
      throw badRequest(
        `unable to parse requirement: found '${operator.text}', expected: ${OPERATORS}`,
      );
  }
}

function wholeNumber(key: string, text: string): number {
  if (/^-?\d+$/.test(text)) return Number(text);
  throw badRequest(
    `unable to parse requirement: values[0][${key}]: Invalid value: ${JSON.stringify(
      text,
    )}: for 'Gt', 'Lt' operators, the value must be an integer`,
  );
}

function unexpected(token: Token) {
  return badRequest(
    `found '${token.text}', expected: !, identifier, or 'end of string'`,
  );
}

/** A value may be left out: `a=` selects the empty string. */
function exactValue(peek: () => Token, take: () => Token): string {
  return peek().kind === 'word' ? take().text : '';
}

function valueList(take: () => Token): string[] {
  const open = take();
  if (open.text !== '(') {
    throw badRequest(
      `unable to parse requirement: found '${open.text}' expected: '('`,
    );
  }
  const values: string[] = [];
  for (;;) {
    const token = take();
    if (token.text === ')') return values;
    if (token.kind === 'end') {
      throw badRequest(
        "unable to parse requirement: found '', expected: ',', ')' or identifier",
      );
    }
    if (token.kind === 'word') values.push(token.text);
  }
}

function checked(key: string, values: string[]): string[] {
  values.forEach((value, index) => {
    for (const fault of labelValueFaults(value)) {
      throw badRequest(
        `unable to parse requirement: values[${index}][${key}]: Invalid value: ${JSON.stringify(
          value,
        )}: ${fault}`,
      );
    }
  });
  return values;
}
