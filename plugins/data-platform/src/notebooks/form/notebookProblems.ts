import {
  Finding,
  NotebookOptions,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { nameProblem } from '@millrace/backstage-plugin-data-platform-react';
import { estimate } from './estimate';
import { NotebookInput } from './NotebookInput';
import { requestOf, sizeOf } from './requestOf';
import { quotaFindings, sizeProblems } from './sizeProblems';

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const SIZE_HELP = 'Give it as 5Gi.';

/** What must be there before anything can be checked: in the words of the form. */
export function missingOf(input: NotebookInput): string[] {
  const second = input.generation === 2;
  const needed: [unknown, string][] = [
    [input.domain, 'the data domain'],
    [input.name, 'a name'],
    [second || input.image, 'the image'],
    [!second || input.workspaceKind, 'the kind of workspace'],
    [!second || !input.workspaceKind || input.imageConfig, 'the image'],
    [!second || !input.workspaceKind || input.podConfig, 'the size'],
  ];
  return needed.filter(([value]) => !value).map(([, noun]) => noun);
}

/** What is wrong with the form as far as it can be told here, at its fields. */
export function notebookProblems(
  input: NotebookInput,
  options: NotebookOptions | undefined,
): Finding[] {
  const name = input.name && nameProblem(input.name);
  const size = options ? sizeOf(input, options) : input;
  const { generation = 1 } = input;
  const lines = options
    ? estimate(options.quota, requestOf(input, options))
    : [];
  const found = [
    ...(name ? [error('name', name)] : []),
    ...(generation === 2 ? [] : sizeProblems(size, options)),
    ...homeProblems(input),
    ...dataProblems(input),
    ...variableProblems(input),
  ];
  const taken = new Set(found.map(({ field }) => field));
  return [
    ...found,
    ...quotaFindings(lines, generation).filter(
      ({ field }) => !taken.has(field),
    ),
  ];
}

function homeProblems({ home }: NotebookInput): Finding[] {
  return typeof home === 'object' && 'new' in home && !isSize(home.new.size)
    ? [error('home', SIZE_HELP)]
    : [];
}

function dataProblems(input: NotebookInput): Finding[] {
  const paths = new Set([
    input.home === 'none' ? undefined : input.homeMountPath,
  ]);
  return (input.dataVolumes ?? []).flatMap((volume, index) => {
    const field = `dataVolumes[${index}]`;
    const found: Finding[] = [];
    if (!volume.mountPath.startsWith('/')) {
      found.push(error(field, 'Give the path as /data.'));
    } else if (paths.has(volume.mountPath)) {
      found.push(
        error(field, `Something else is mounted at ${volume.mountPath}.`),
      );
    }
    paths.add(volume.mountPath);
    if (volume.new) {
      const name = nameProblem(volume.new.name);
      if (name) found.push(error(field, name));
      if (!isSize(volume.new.size)) found.push(error(field, SIZE_HELP));
    } else if (!volume.claim) {
      found.push(error(field, 'Choose a volume.'));
    }
    return found;
  });
}

function variableProblems({ environment = [] }: NotebookInput): Finding[] {
  const names = new Set<string>();
  return environment.flatMap(({ name }, index) => {
    const field = `environment[${index}]`;
    if (!VARIABLE.test(name)) {
      return [
        error(
          field,
          'A name has letters, digits and underscores, and does not begin with a digit.',
        ),
      ];
    }
    const twice = names.has(name);
    names.add(name);
    return twice ? [error(field, `${name} is there twice.`)] : [];
  });
}

function isSize(text: string): boolean {
  const value = parseQuantity(text);
  return value !== undefined && value >= 2 ** 20;
}

function error(field: string, message: string): Finding {
  return { level: 'error', field, message };
}
