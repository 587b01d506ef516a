/** What the output of a hook tells, as far as the portal reads it. */
export interface HookOutput {
  /** The commit that was to be merged, where the request to a webhook names one. */
  sourceCommit?: string;
  /** What a person should read first: what the webhook answered, else the error. */
  message?: string;
}

const MOST = 500;

/** Reads the plain text that lakeFS keeps of a hook run: the request, the answer as raw HTTP, and a last line `Error:`. */
export function readHookOutput(output: string): HookOutput {
  // An answer that ends without a line break (Content-Length, not chunks) has the error on its last line.
  const text = output.replace(/([^\n])(Error: action failed: )/g, '$1\n$2');
  const source = /"source_ref":"([0-9a-f]{64})"/.exec(text)?.[1];
  const message = answerOf(text) ?? errorOf(text);
  return {
    ...(source && { sourceCommit: source }),
    ...(message && { message: message.slice(0, MOST) }),
  };
}

/** Header values of the request that may be secrets, masked; lakeFS masks only what comes from its environment. */
export function maskedOutput(text: string): string {
  return text.replace(
    /^([\w-]*(?:authorization|token|secret|api-?key|password|cookie)[\w-]*):.*$/gim,
    '$1: *******',
  );
}

function errorOf(text: string): string | undefined {
  const line = text
    .split('\n')
    .reverse()
    .find(each => each.startsWith('Error: '));
  return line?.slice('Error: '.length).replace(/^action failed: /, '');
}

/** `error` or `message` of a JSON answer. HTML and other text are not told as the reason. */
function answerOf(text: string): string | undefined {
  const at = text.indexOf('\nResponse:\n');
  if (at < 0) return undefined;
  const line = text
    .slice(at)
    .split('\n')
    .find(each => each.startsWith('{') && each.trimEnd().endsWith('}'));
  if (!line) return undefined;
  try {
    const answer = JSON.parse(line) as Record<string, unknown>;
    const main = answer.error ?? answer.message;
    if (typeof main !== 'string') return undefined;
    const rest = Object.entries(answer)
      .filter(([key, value]) => value !== main && isPlain(key, value))
      .map(([key, value]) => `${key} ${value}`);
    return rest.length > 0 ? `${main} (${rest.join(', ')})` : main;
  } catch {
    return undefined;
  }
}

function isPlain(key: string, value: unknown): boolean {
  return (
    !/token|secret|password|key/i.test(key) &&
    ['string', 'number'].includes(typeof value)
  );
}
