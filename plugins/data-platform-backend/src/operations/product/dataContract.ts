import { stringify } from 'yaml';

/** A first, minimal contract of an output port: Open Data Contract Standard 3.1.0. It is a draft for its owner to fill. */
export function dataContract(port: {
  id: string;
  title: string;
  domain: string;
  product: string;
  description?: string;
}): string {
  return stringify({
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: port.id,
    name: port.title,
    version: '0.1.0',
    status: 'draft',
    domain: port.domain,
    dataProduct: port.product,
    ...(port.description && { description: { purpose: port.description } }),
  });
}
