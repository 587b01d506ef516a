/** A text with variables filled in, and as it may be shown. */
export interface SecureText {
  value: string;
  shown: string;
}

/** Variables with another prefix are not for action files. */
const PREFIX = 'LAKEFSACTION_';

/**
 * Fills in `{{ ENV.NAME }}`; a text with a variable in it is never shown.
 *
 * @throws Error that names the variable which is not set
 */
export function secureText(
  text: string,
  environment: Readonly<Record<string, string>>,
): SecureText {
  let secret = false;
  const value = text.replace(/\{\{ ?ENV\.(.*?) ?\}\}/g, (_, name: string) => {
    secret = true;
    const found = name.startsWith(PREFIX) ? environment[name] : undefined;
    if (found === undefined) {
      throw new Error(`${name} not found: missing env var`);
    }
    return found;
  });
  return { value, shown: secret ? '*******' : value };
}
