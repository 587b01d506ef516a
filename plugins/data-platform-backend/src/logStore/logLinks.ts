import {
  Fact,
  PodSummary,
  ResourceLink,
} from '@millrace/backstage-plugin-data-platform-common';
import { safeUrl } from '../assess/safeLinks';
import { LogLinkPattern, LogPlace, PLACE } from './LogLinkPattern';

/** A run or a live object, as far as links to its log need it. */
export interface LogSubject {
  source: string;
  namespace?: string;
  /** For Spark the submission id. */
  attempt?: string;
  facts?: readonly Fact[];
  createdAt?: string;
  submittedAt?: string;
  startedAt?: string;
  finishedAt?: string;
  pods?: readonly PodSummary[];
  links?: readonly ResourceLink[];
}

type Values = Partial<Record<LogPlace, string>>;

const HOUR_MS = 3_600_000;
/** Clocks differ, and log stores take their time. */
const BEFORE_MS = 60_000;
const AFTER_MS = 5 * 60_000;

/** Adds the links to log stores: those of the run to its links, those of each pod to the pod, also of pods that are gone. */
export function withLogLinks<T extends LogSubject>(
  patterns: readonly LogLinkPattern[],
  subject: T,
  now: number,
): T {
  if (patterns.length === 0) {
    return subject;
  }
  const run = valuesOf(subject, now);
  const ofRun = patterns.filter(pattern => !pattern.perPod);
  const ofPod = patterns.filter(pattern => pattern.perPod);
  return {
    ...subject,
    links: [...(subject.links ?? []), ...fill(ofRun, run)],
    pods: subject.pods?.map(pod => {
      const links = fill(ofPod, { ...run, ...podValues(pod, subject, now) });
      return links.length > 0 ? { ...pod, links } : pod;
    }),
  };
}

function valuesOf(subject: LogSubject, now: number): Values {
  const { source, namespace, attempt, facts, finishedAt } = subject;
  const fact = (key: string) => facts?.find(each => each.key === key)?.value;
  const since = subject.submittedAt ?? subject.createdAt ?? subject.startedAt;
  return {
    cluster: source,
    namespace,
    appId: fact('applicationId'),
    submissionId: fact('submissionId') ?? attempt,
    ...span(since, finishedAt, now),
  };
}

function podValues(pod: PodSummary, subject: LogSubject, now: number): Values {
  const from = pod.createdAt ?? pod.startedAt ?? subject.submittedAt;
  const to = pod.finishedAt ?? subject.finishedAt;
  return {
    pod: pod.name,
    container: pod.containers?.[0],
    ...span(from ?? subject.createdAt, to, now),
  };
}

/** While it runs, the end is a full hour ahead: a link that changed with every look would be news with every look. */
function span(
  since: string | undefined,
  until: string | undefined,
  now: number,
): Values {
  const start = Date.parse(since ?? '');
  const end = Date.parse(until ?? '');
  const from = Number.isFinite(start) ? start - BEFORE_MS : now - 24 * HOUR_MS;
  const to = Number.isFinite(end)
    ? end + AFTER_MS
    : (Math.floor(now / HOUR_MS) + 2) * HOUR_MS;
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    fromMs: String(from),
    toMs: String(to),
  };
}

/** A pattern with a place whose value is not known makes no link. */
function fill(
  patterns: readonly LogLinkPattern[],
  values: Values,
): ResourceLink[] {
  return patterns.flatMap(({ title, url }) => {
    let whole = true;
    const filled = url.replace(PLACE, (_, place: LogPlace) => {
      const value = values[place];
      whole &&= value !== undefined && value !== '';
      return encode(value ?? '');
    });
    const safe = whole ? safeUrl(filled) : undefined;
    return safe ? [{ title, url: safe }] : [];
  });
}

function encode(text: string): string {
  // A lone surrogate makes encodeURIComponent throw.
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''));
}
