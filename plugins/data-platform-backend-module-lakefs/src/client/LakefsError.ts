import {
  SourceFault,
  SourceFaultKind,
} from '@millrace/backstage-plugin-data-platform-node';

const MOST_CHARACTERS = 600;

/**
 * An answer of a lakeFS server that is no success, or no answer at all, in words. `detail` is what the server said, cut at
 * the JSON schema that it appends to some messages.
 */
export class LakefsError extends SourceFault {
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  readonly detail: string;
  readonly final: boolean;

  constructor(options: {
    /** `lakeFS server lake` */
    server: string;
    /** What was tried, as an infinitive: `merge dev into main of sales-lake`. */
    what: string;
    status?: number;
    detail: string;
    /** Another try would not help, or wait as long. */
    final?: boolean;
  }) {
    const { status } = options;
    const detail = shortened(options.detail);
    super(
      kindOf(status, detail),
      sentence({ ...options, detail }),
      isTransient(status, detail),
    );
    this.name = 'LakefsError';
    this.status = status;
    this.final = options.final ?? false;
    this.detail = detail;
  }

  /** The server lacks the route: another edition or version. */
  get lacksRoute(): boolean {
    return (
      this.status === 501 ||
      (this.status === 404 && this.detail === 'invalid API endpoint')
    );
  }

  /** What was asked for is not there. */
  get isAbsent(): boolean {
    return this.status === 404 && !this.lacksRoute;
  }

  /** Nothing to commit, or to merge. */
  get isNoChange(): boolean {
    return this.status === 400 && /\bno changes\b/.test(this.detail);
  }

  /** Another write to the branch was quicker; this one may be tried again once the branch has been read. */
  get isRace(): boolean {
    return (
      this.status === 429 ||
      this.status === 503 ||
      (this.status === 500 && /predicate failed|locked/.test(this.detail))
    );
  }
}

/** Whether an error is one of lakeFS with this status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof LakefsError && error.status === status;
}

function kindOf(status: number | undefined, detail: string): SourceFaultKind {
  if (status === undefined) return 'unreachable';
  if (status === 401) return 'forbidden';
  if (status === 501 || detail === 'invalid API endpoint') return 'unsupported';
  return status >= 500 || status === 429 ? 'unreachable' : 'refused';
}

function isTransient(status: number | undefined, detail: string): boolean {
  if (status === undefined) return true;
  if (status === 500) return /predicate failed|locked/.test(detail);
  return [429, 502, 503, 504].includes(status);
}

/** The first line that matters, without control characters. */
function shortened(text: string): string {
  const [head] = text.split('\nSchema:');
  const flat = Array.from(head, each => (each < ' ' ? ' ' : each))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
  return flat.length > MOST_CHARACTERS
    ? `${flat.slice(0, MOST_CHARACTERS)}…`
    : flat;
}

function sentence(options: {
  server: string;
  what: string;
  status?: number;
  detail: string;
}): string {
  const { server, what, status, detail } = options;
  const said = detail ? ` It said: ${detail}.` : '';
  const failed = `${server} did not ${what}`;
  switch (status) {
    case undefined:
      return `${failed}: ${detail || 'no answer'}.`;
    case 401:
      return `${server} refuses the portal's key. Whoever runs the portal has to renew it; it is nothing that you did.`;
    case 403:
      return /protected branch/.test(detail)
        ? `${failed}: the branch is protected. Change it by a merge.`
        : `${failed}: it is not allowed there.${said}`;
    case 404:
      return detail === 'invalid API endpoint'
        ? `${server} cannot ${what}: this edition or version of lakeFS lacks it.`
        : `${failed}: what it is about is not there any more.${said}`;
    case 409:
      return `${failed}: it is taken, or both sides changed the same.${said}`;
    case 410:
      return `${failed}: the bytes were removed (garbage collection, or its storage lost them); the entry is still listed.`;
    case 412:
      return /hook/.test(detail)
        ? `${failed}: a check said no.${said}`
        : `${failed}: somebody else changed it meanwhile. Load it again.`;
    case 501:
      return `${server} cannot ${what}: this edition of lakeFS, or its storage, lacks it.`;
    default:
      return explain500(failed, status, detail, said);
  }
}

function explain500(
  failed: string,
  status: number,
  detail: string,
  said: string,
): string {
  if (/_lakefs_actions|missing env var/.test(detail)) {
    return `${failed}: an action file of the branch is broken, and until it is mended every commit of that branch fails.${said}`;
  }
  if (/predicate failed/.test(detail)) {
    return `${failed}: another commit to the branch was quicker. Try again.`;
  }
  if (status === 400 && /dirty branch/.test(detail)) {
    return `${failed}: the destination holds uncommitted data. Commit or discard it first.`;
  }
  if (status === 400 && /no changes/.test(detail)) {
    return `${failed}: there is nothing to do, it holds the same already.`;
  }
  return `${failed} (HTTP ${status}).${said}`;
}
