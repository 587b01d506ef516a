import { ResourceLink } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesObject,
  LinkContext,
} from '@millrace/backstage-plugin-data-platform-node';
import { field, textAt } from '../../values/field';
import { safeUrl } from '../../values/safeUrl';

/** Name of the URL pattern of the Spark History Server: `https://history.example.com/history/{appId}/jobs/`. */
export const HISTORY_SERVER_PATTERN = 'historyServer';

/** The History Server's page of an application, when its definition writes an event log. */
export function historyServerLink(
  { spec, metadata }: KubernetesObject,
  appId: string | undefined,
  ctx: LinkContext,
): readonly ResourceLink[] {
  const pattern = textAt(ctx.patterns, HISTORY_SERVER_PATTERN);
  if (
    !pattern ||
    !appId ||
    field(spec, 'sparkConf', 'spark.eventLog.enabled') !== 'true'
  ) {
    return [];
  }
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
  return url ? [{ title: 'Spark History Server', url }] : [];
}

function encodeComponent(text: string): string {
  // A lone surrogate makes encodeURIComponent throw.
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''));
}
