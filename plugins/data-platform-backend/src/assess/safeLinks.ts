import { ResourceLink } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  LinkContext,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { capText } from './capText';
import { Guard } from './Guard';

/** The links of an object that are safe to show: absolute http(s), without credentials in them. */
export function safeLinks(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
  ctx: LinkContext,
  guard: Guard,
): ResourceLink[] {
  const links = guard.run<readonly ResourceLink[]>(
    `${definition.kind} links`,
    () => [...(definition.links?.(object, ctx) ?? [])],
    () => [],
  );
  const safe: ResourceLink[] = [];
  for (const link of links.slice(0, 20)) {
    const url = safeUrl(link?.url);
    if (url) {
      safe.push({ title: capText(link.title || url, 200), url });
    }
  }
  return safe;
}

/** The URL in its normal form, or undefined when following it could do harm. */
export function safeUrl(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 2000 || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  return web && !url.username && !url.password ? url.href : undefined;
}
