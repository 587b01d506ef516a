import { LimitRangeEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { list, record, text, texts } from '../fields';

const TYPES: ReadonlySet<string> = new Set([
  'Container',
  'Pod',
  'PersistentVolumeClaim',
]);
const MAPS = ['default', 'defaultRequest', 'min', 'max'] as const;

/** Reduces a LimitRange to its items for containers, pods and claims. */
export function limitRangeEvidence(
  raw: unknown,
): LimitRangeEvidence | undefined {
  const range = record(raw);
  const meta = record(range.metadata);
  const name = text(meta.name);
  const namespace = text(meta.namespace);
  if (!name || !namespace) {
    return undefined;
  }
  const limits = list(record(range.spec).limits).flatMap(each => {
    const item = record(each);
    const type = text(item.type);
    return type && TYPES.has(type) ? [limit(type, item)] : [];
  });
  return { name, namespace, limits };
}

function limit(
  type: string,
  item: Record<string, unknown>,
): LimitRangeEvidence['limits'][number] {
  const result: LimitRangeEvidence['limits'][number] = { type };
  for (const key of MAPS) {
    const values = texts(item[key]);
    if (Object.keys(values).length > 0) {
      result[key] = values;
    }
  }
  return result;
}
