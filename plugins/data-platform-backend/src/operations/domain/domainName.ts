/** Names of domains are names of namespaces: 3 to 42 characters. */
export const DOMAIN_NAME = /^[a-z]([-a-z0-9]{1,40}[a-z0-9])$/;

const RESERVED =
  /^(kube-.*|default|openshift.*|istio-system|cert-manager|ingress-nginx|millrace.*|spark-operator|backstage)$/;

/** Why this name cannot be given to a domain, as a sentence with the way out; undefined where it can. */
export function nameProblem(
  name: string,
  reservedByConfig: readonly string[] = [],
): string | undefined {
  if (!DOMAIN_NAME.test(name)) {
    return `"${name.slice(
      0,
      60,
    )}" cannot be a domain's name. Use 3 to 42 lower-case letters, digits and dashes; begin with a letter, do not end with a dash.`;
  }
  if (RESERVED.test(name) || reservedByConfig.includes(name)) {
    return `"${name}" is reserved. Choose another name.`;
  }
  return undefined;
}
