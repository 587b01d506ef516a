import { escapeHtml, htmlPage } from './htmlPage';
import type { ServerKind } from './serverImage';

const PROGRAMS: Record<ServerKind, string> = {
  jupyter: 'JupyterLab',
  'code-server': 'code-server (Visual Studio Code)',
  rstudio: 'RStudio',
};

/** What the page behind Open tells of a running server. */
export interface ServerFacts {
  kind: ServerKind;
  /** `notebook server geo-lab` */
  title: string;
  namespace: string;
  pod: string;
  image: string;
  startedAt: number;
  now: number;
}

function minutes(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 60_000));
  if (total < 1) return 'less than a minute';
  if (total < 60) return `${total} min`;
  return `${Math.floor(total / 60)} h ${total % 60} min`;
}

/** The page that stands for the program of a running notebook server. */
export function serverPage(facts: ServerFacts): string {
  const program = PROGRAMS[facts.kind];
  const rows: [string, string][] = [
    ['Namespace', facts.namespace],
    ['Pod', facts.pod],
    ['Image', facts.image],
    ['Running for', minutes(facts.now - facts.startedAt)],
  ];
  return htmlPage({
    title: `Sandbox: ${facts.title}`,
    heading: `This is where ${program} of ${facts.title} would open`,
    body: `<p class="state"><span aria-hidden="true">●</span> It runs.</p>
<p>You are in Millrace's sandbox. It plays a Kubernetes cluster and starts no programs: this page stands for ${escapeHtml(
      program,
    )}. On a real cluster the same link opens the real one. This visit counts as activity, so the server is not idle any more.</p>
<dl>${rows
      .map(
        ([name, value]) =>
          `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
      )
      .join('')}</dl>`,
  });
}
