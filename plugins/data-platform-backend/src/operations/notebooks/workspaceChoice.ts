import {
  Finding,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  KindChoice,
  WorkspaceKindFacts,
} from '../../notebooks/options/workspaceKind';
import { errorAt } from '../findings';
import { NotebookInput } from './notebookInput';
import { PodSize } from './NotebookPlan';

/** What a Workspace will be made with. */
export interface WorkspaceChoice {
  kind: WorkspaceKindFacts;
  imageConfig: string;
  podConfig: string;
  size: PodSize;
}

/** The kind and the options of it that the form asks for; or why they cannot be had. */
export function workspaceChoice(
  input: Pick<NotebookInput, 'workspaceKind' | 'imageConfig' | 'podConfig'>,
  kinds: readonly WorkspaceKindFacts[],
): { choice?: WorkspaceChoice; findings: Finding[] } {
  const offered = kinds.filter(({ hidden }) => !hidden);
  const wanted = input.workspaceKind ?? offered[0]?.name;
  const kind = kinds.find(({ name }) => name === wanted);
  if (!kind) return { findings: [noKind(wanted, offered)] };
  const findings = kindFindings(kind);
  const { defaults } = kind.option;
  const image = pick(
    'imageConfig',
    input.imageConfig ?? defaults.imageConfig,
    kind.images,
    kind,
  );
  const pod = pick(
    'podConfig',
    input.podConfig ?? defaults.podConfig,
    kind.podConfigs,
    kind,
  );
  findings.push(...image.findings, ...pod.findings);
  if (!image.id || !pod.id) return { findings };
  return {
    findings,
    choice: {
      kind,
      imageConfig: image.id,
      podConfig: pod.id,
      size: sizeOf(pod.runs),
    },
  };
}

/** A kind says requests and limits itself. */
function sizeOf(
  runs: WorkspaceKindFacts['podConfigs'][number] | undefined,
): PodSize {
  const amount = (quantity: string | undefined) =>
    quantity === undefined ? undefined : parseQuantity(quantity);
  const { option, limits } = runs ?? {};
  const cpuLimit = amount(limits?.cpu);
  const memoryLimit = amount(limits?.memory);
  return {
    cpu: amount(option?.cpu) ?? 0,
    memory: amount(option?.memory) ?? 0,
    ...(cpuLimit !== undefined && { cpuLimit }),
    ...(memoryLimit !== undefined && { memoryLimit }),
    ...(option?.gpu && { gpu: option.gpu }),
  };
}

function noKind(
  wanted: string | undefined,
  offered: readonly WorkspaceKindFacts[],
): Finding {
  const names = offered.map(({ name }) => name).join(', ');
  return errorAt(
    'workspaceKind',
    wanted
      ? `There is no WorkspaceKind ${wanted.slice(
          0,
          100,
        )} on the cluster (any more).`
      : 'The cluster has no WorkspaceKind that may be used here.',
    names ? `Choose one of ${names}.` : 'Ask the platform team for one.',
  );
}

function kindFindings({ name, hidden, deny, option }: WorkspaceKindFacts) {
  const findings: Finding[] = [];
  if (deny || hidden) {
    findings.push(
      errorAt(
        'workspaceKind',
        `WorkspaceKind ${name} may not be used here.${
          deny?.message ? ` ${deny.message}` : ''
        }`,
        'Choose another kind.',
      ),
    );
  } else if (option.deprecated) {
    findings.push({
      level: 'warning',
      field: 'workspaceKind',
      message: `WorkspaceKind ${name} is deprecated.${
        option.deprecationMessage ? ` ${option.deprecationMessage}` : ''
      }`,
    });
  }
  return findings;
}

interface Option {
  id: string;
  title: string;
  redirect?: { to: string; message?: string };
}

/** The option of that id, and what runs in its place where the administrator redirects it. */
function pick<T extends Option>(
  field: 'imageConfig' | 'podConfig',
  id: string | undefined,
  choices: readonly KindChoice<T>[],
  kind: WorkspaceKindFacts,
): { id?: string; runs?: KindChoice<T>; findings: Finding[] } {
  const chosen = choices.find(({ option }) => option.id === id);
  if (!id || !chosen) {
    return {
      findings: [
        errorAt(
          field,
          id
            ? `WorkspaceKind ${kind.name} has no ${noun(field)} "${id.slice(
                0,
                100,
              )}" (any more).`
            : `Choose the ${noun(field)} of the workspace.`,
          listOf(choices),
        ),
      ],
    };
  }
  if (chosen.hidden || chosen.deny) {
    return {
      findings: [
        errorAt(
          field,
          `${chosen.option.title} is not offered here.${
            chosen.deny?.message ? ` ${chosen.deny.message}` : ''
          }`,
          listOf(choices),
        ),
      ],
    };
  }
  const runs = followRedirects(chosen, choices);
  if (runs === chosen) return { id, runs, findings: [] };
  const { message } = chosen.option.redirect ?? {};
  return {
    id,
    runs,
    findings: [
      {
        level: 'warning',
        field,
        message: `${chosen.option.title} is redirected: ${
          runs.option.title
        } will be used in its place.${message ? ` ${message}` : ''}`,
        remedy: `Choose ${runs.option.title} right away.`,
      },
    ],
  };
}

/** Redirects may be chained; a circle ends where it began. */
function followRedirects<T extends Option>(
  from: KindChoice<T>,
  choices: readonly KindChoice<T>[],
): KindChoice<T> {
  const seen = new Set<string>();
  let at = from;
  for (;;) {
    const { to } = at.option.redirect ?? {};
    const next =
      to && !seen.has(to)
        ? choices.find(({ option }) => option.id === to)
        : undefined;
    if (!next) return at;
    seen.add(at.option.id);
    at = next;
  }
}

function noun(field: 'imageConfig' | 'podConfig'): string {
  return field === 'imageConfig' ? 'image' : 'size';
}

function listOf(choices: readonly KindChoice<Option>[]): string {
  const ids = choices
    .filter(({ hidden, deny }) => !hidden && !deny)
    .map(({ option }) => option.id);
  return ids.length > 0
    ? `Choose one of ${ids.join(', ')}.`
    : 'Choose another WorkspaceKind.';
}
