/** The rules for names of k8s.io/apimachinery/pkg/util/validation: what is wrong with a name, in its words. */
export type NameRule = (name: string) => string[];

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';

const isLabel = new RegExp(`^${LABEL}$`);
const isSubdomain = new RegExp(`^${SUBDOMAIN}$`);
const isLabel1035 = new RegExp(`^${LABEL_1035}$`);

const tooLongFor = (limit: number) =>
  `must be no more than ${limit} characters`;

export const dnsLabel: NameRule = name => {
  if (name.includes('.') && isSubdomain.test(name))
    return ['must not contain dots'];
  const faults = name.length > 63 ? [tooLongFor(63)] : [];
  if (!isLabel.test(name)) {
    faults.push(
      `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`,
    );
  }
  return faults;
};

export const dnsSubdomain: NameRule = name => {
  const faults = name.length > 253 ? [tooLongFor(253)] : [];
  if (!isSubdomain.test(name)) {
    faults.push(
      `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
    );
  }
  return faults;
};

export const dnsLabel1035: NameRule = name => {
  const faults = name.length > 63 ? [tooLongFor(63)] : [];
  if (!isLabel1035.test(name)) {
    faults.push(
      `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '${LABEL_1035}')`,
    );
  }
  return faults;
};

/** Roles and bindings may have any name that fits into one segment of a path. */
export const pathSegment: NameRule = name => {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%']
    .filter(character => name.includes(character))
    .map(character => `may not contain '${character}'`);
};
