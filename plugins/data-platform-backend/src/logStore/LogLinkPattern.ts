import { Config } from '@backstage/config';

const KEY = 'dataPlatform.logs.links';
const PLACES = [
  'cluster',
  'namespace',
  'pod',
  'container',
  'appId',
  'submissionId',
  'from',
  'to',
  'fromMs',
  'toMs',
] as const;

/** What a pattern may name. */
export type LogPlace = (typeof PLACES)[number];

/** A link to a log store, from `dataPlatform.logs.links`. */
export interface LogLinkPattern {
  title: string;
  /** With places such as `{pod}`, whose values are percent-encoded. */
  url: string;
  /** It names a pod or container: there is one link a pod. Else one a run. */
  perPod: boolean;
}

/** A place in braces. Braces around anything else (LogQL, JSON) are text. */
export const PLACE = /\{([A-Za-z]+)\}/g;

/** @throws Error that names the key */
export function readLogLinks(root: Config): readonly LogLinkPattern[] {
  return (root.getOptionalConfigArray(KEY) ?? []).map((entry, n) => {
    const title = entry.getString('title');
    const url = entry.getString('url');
    check(url, `${KEY}[${n}].url`);
    return { title, url, perPod: /\{(pod|container)\}/.test(url) };
  });
}

function check(url: string, key: string): void {
  for (const [place, name] of url.matchAll(PLACE)) {
    if (!PLACES.some(each => each === name)) {
      throw new Error(
        `${key} names ${place}, which is none of ${PLACES.map(
          each => `{${each}}`,
        ).join(', ')}`,
      );
    }
  }
  const authority = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
  if (!authority || !URL.canParse(url.replace(PLACE, 'x'))) {
    throw new Error(
      `${key} must be an http(s) URL, for example https://logs.example.com/search?pod={pod}&from={from}; it is "${url}"`,
    );
  }
  if (/@/.test(authority) || /\{(?!cluster\})/.test(authority)) {
    throw new Error(
      `${key}: its host must not hold credentials, nor any place but {cluster}: names of pods come from people`,
    );
  }
}
