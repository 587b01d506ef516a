import { ResourceLink } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  LinkContext,
} from '@millrace/backstage-plugin-data-platform-node';
import { field, textAt } from './model/field';

/** Name of the URL pattern of the Spark History Server: `https://history.example.com/history/{appId}/jobs/`. */
export const HISTORY_SERVER_PATTERN = 'historyServer';

/** The Spark UI while the driver runs, and the History Server when the job writes an event log. */
export function sparkApplicationLinks(
  object: KubernetesObject,
  ctx: LinkContext,
): readonly ResourceLink[] {
  const { status, spec, metadata } = object;
  const links: ResourceLink[] = [];
  const ui = safeUrl(textAt(status, 'driverInfo', 'webUIIngressAddress'));
  // The UI is served by the driver and ends with it.
  if (ui && textAt(status, 'applicationState', 'state') === 'RUNNING') {
    links.push({ title: 'Spark UI', url: ui });
  }
  const pattern = textAt(ctx.patterns, HISTORY_SERVER_PATTERN);
  const appId = textAt(status, 'sparkApplicationId');
  if (
    pattern &&
    appId &&
    field(spec, 'sparkConf', 'spark.eventLog.enabled') === 'true'
  ) {
    const values: Readonly<Record<string, string>> = {
      appId,
      namespace: textAt(metadata, 'namespace') ?? '',
      name: textAt(metadata, 'name') ?? '',
    };
    const url = safeUrl(
      pattern.replace(/\{(appId|namespace|name)\}/g, (_, key: string) =>
        encodeComponent(values[key]),
      ),
    );
    if (url) {
      links.push({ title: 'Spark History Server', url });
    }
  }
  return links;
}

/** An absolute http(s) URL without credentials, or undefined. The operator may leave the scheme out. */
function safeUrl(address: string | undefined): string | undefined {
  if (!address || address.length > 2_000) {
    return undefined;
  }
  const bare = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(address);
  try {
    const url = new URL(bare ? `http://${address}` : address);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

function encodeComponent(text: string): string {
  // A lone surrogate makes encodeURIComponent throw.
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''));
}
