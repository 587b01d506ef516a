/** The name of a domain in the label of its namespace, which holds `<catalog namespace>.<name>`. */
export function domainName(label: string): string {
  return label.slice(label.indexOf('.') + 1);
}
