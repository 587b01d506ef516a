import { ClusterRequest } from '../../clusters/types';

/** Whether a list or watch with this query shows the object: labels by presence, equality or `in`; fields by equality. */
export function selects(
  query: NonNullable<ClusterRequest['query']>,
  object: any,
): boolean {
  const labels: Record<string, string> = object.metadata?.labels ?? {};
  const label = String(query.labelSelector ?? '');
  const field = String(query.fieldSelector ?? '');
  return hasLabel(labels, label) && hasField(object, field);
}

function hasLabel(labels: Record<string, string>, selector: string): boolean {
  const among = /^(\S+) in \((.*)\)$/.exec(selector);
  if (among) {
    return among[2].split(',').includes(labels[among[1]]);
  }
  const [key, value] = selector.split('=');
  return key === '' || (value ? labels[key] === value : key in labels);
}

function hasField(object: any, selector: string): boolean {
  const [path, value] = selector.split('=');
  const found = path.split('.').reduce((each, key) => each?.[key], object);
  return path === '' || found === value;
}
