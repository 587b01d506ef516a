const NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const isName = new RegExp(`^${NAME}$`);
const isSubdomain =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What is wrong with a label value, in Kubernetes' words. */
export function labelValueFaults(value: string): string[] {
  const faults: string[] = [];
  if (Buffer.byteLength(value) > 63) {
    faults.push('must be no more than 63 bytes');
  }
  if (value !== '' && !isName.test(value)) {
    faults.push(
      `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(${NAME})?')`,
    );
  }
  return faults;
}

/** What is wrong with the key of a label or an annotation: an optional DNS prefix and a name. */
export function qualifiedNameFaults(key: string): string[] {
  const parts = key.split('/');
  const faults: string[] = [];
  if (parts.length > 2) {
    return [
      `a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character with an optional DNS subdomain prefix and '/'`,
    ];
  }
  const name = parts[parts.length - 1];
  if (parts.length === 2) {
    if (parts[0] === '') faults.push('prefix part must be non-empty');
    else if (!isSubdomain.test(parts[0])) {
      faults.push(
        `prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
      );
    }
  }
  if (name === '') faults.push('name part must be non-empty');
  else if (name.length > 63) {
    faults.push('name part must be no more than 63 bytes');
  }
  if (!isName.test(name)) {
    faults.push(
      `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${NAME}')`,
    );
  }
  return faults;
}
