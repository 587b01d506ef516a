import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const MOST_LINES = 400;
const MEDIAN_LINES = 90;
const PREFIX = '@millrace/backstage-plugin-';

/** What each package of the suite may import of the suite. A package that is not named here may import anything. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'data-platform-common': [],
  'data-platform-node': ['data-platform-common'],
  'data-platform-backend': ['data-platform-common', 'data-platform-node'],
  'data-platform-backend-module-lakefs': [
    'data-platform-common',
    'data-platform-node',
  ],
  'data-platform-react': ['data-platform-common'],
  'data-platform': ['data-platform-common', 'data-platform-react'],
  'catalog-backend-module-data-platform': [
    'data-platform-common',
    'data-platform-node',
  ],
  'scaffolder-backend-module-data-platform': [
    'data-platform-common',
    'data-platform-node',
  ],
};

/** Patterns that have no place in the code. Tests may build hostile input, so only some hold there. */
const FORBIDDEN: readonly { pattern: RegExp; why: string; inTests: boolean }[] =
  [
    { pattern: /\bconsole\.\w+\(/, why: 'console', inTests: true },
    { pattern: /\b(TODO|FIXME|XXX)\b/, why: 'unfinished work', inTests: true },
    {
      pattern: /eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck/,
      why: 'a silenced check',
      inTests: true,
    },
    {
      pattern: /\b(describe|it|test)\.(only|skip)\(/,
      why: 'a test that is left out',
      inTests: true,
    },
    {
      pattern: /dangerouslySetInnerHTML/,
      why: 'raw HTML',
      inTests: true,
    },
  ];

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    if (name === 'node_modules' || name === 'dist' || name === 'generated') {
      continue;
    }
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts')) yield path;
  }
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** Modules that a source text imports, loads or exports from. */
export function importsOf(text: string): readonly string[] {
  const found = text.matchAll(
    /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)['"]([^'"]+)['"]/g,
  );
  return [...found].map(match => match[1]);
}

/** Folders of `src/integrations` that all of them share, each built on those before it alone. */
const SHARED_BY_INTEGRATIONS = ['values', 'verdicts', 'pods'];

/**
 * True when a file of `src/integrations/<own>` imports beyond its folder and the shared ones. Two of one family
 * (`spark-kubeflow`, `spark-apache`) share the folder of their family's name (`spark`) as well, which imports neither.
 */
function leavesIntegration(file: string, name: string): boolean {
  const own = /^(.*\/src\/integrations\/)([^/]+)\//.exec(file);
  if (!own || !name.startsWith('.')) return false;
  const [, folder, integration] = own;
  const target = normalize(join(dirname(file), name));
  const layer = SHARED_BY_INTEGRATIONS.indexOf(integration);
  const shared = [
    ...(layer < 0
      ? SHARED_BY_INTEGRATIONS
      : SHARED_BY_INTEGRATIONS.slice(0, layer)),
    ...(file.includes('/__testUtils__/') ? ['__testUtils__'] : []),
  ];
  return ![integration, integration.split('-')[0], ...shared].some(each =>
    target.startsWith(`${folder}${each}/`),
  );
}

function importProblems(
  plugin: string,
  file: string,
  text: string,
): readonly string[] {
  const allowed = ALLOWED[plugin];
  const problems: string[] = [];
  for (const name of importsOf(text)) {
    const target = name.startsWith(PREFIX)
      ? name.slice(PREFIX.length).split('/')[0]
      : undefined;
    if (target && target !== plugin && allowed && !allowed.includes(target)) {
      problems.push(`${file}: ${plugin} must not import ${name}`);
    }
    if (leavesIntegration(file, name) && !isTest(file)) {
      problems.push(
        `${file}: an integration imports -node, -common, its own folder, the one its family shares and ${SHARED_BY_INTEGRATIONS.join(
          ', ',
        )}, not ${name}`,
      );
    }
  }
  return problems;
}

function textProblems(file: string, text: string): readonly string[] {
  const problems: string[] = [];
  const lines = text.split('\n');
  if (lines.length - 1 > MOST_LINES) {
    problems.push(`${file}: ${lines.length - 1} lines, at most ${MOST_LINES}`);
  }
  for (const rule of FORBIDDEN) {
    if (isTest(file) && !rule.inTests) continue;
    const line = lines.findIndex(each => rule.pattern.test(each));
    if (line >= 0) problems.push(`${file}:${line + 1}: ${rule.why}`);
  }
  return problems;
}

/** Breaches of the rules on files and imports, as sentences; empty when all is well. */
export function checkHouseRules(root: string): readonly string[] {
  const problems: string[] = [];
  const lengths: number[] = [];
  for (const kind of ['plugins', 'packages']) {
    for (const name of readdirSync(join(root, kind))) {
      for (const part of ['src', 'dev']) {
        const folder = join(root, kind, name, part);
        if (!existsSync(folder)) continue;
        for (const path of sources(folder)) {
          const file = relative(root, path);
          // This very file names what it forbids.
          if (file.endsWith('checks/houseRules.ts')) continue;
          const text = readFileSync(path, 'utf8');
          if (!isTest(file)) lengths.push(text.split('\n').length - 1);
          problems.push(...textProblems(file, text));
          if (kind === 'plugins') {
            problems.push(...importProblems(name, file, text));
          }
        }
      }
    }
  }
  lengths.sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  if (median > MEDIAN_LINES) {
    problems.push(
      `The median file has ${median} lines, at most ${MEDIAN_LINES}.`,
    );
  }
  const lock = readFileSync(join(root, 'yarn.lock'), 'utf8');
  if (/https?:\/\//.test(lock)) problems.push('yarn.lock holds addresses');
  return problems;
}
