import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PART_TITLES } from './Parts';
import { ROOT } from './paths';
import { PartName } from './report/Figures';
import { ScaleName } from './Scale';

/** What `yarn bench` was asked for. */
export interface Arguments {
  /** Sizes to measure, in this order. */
  scales: readonly ScaleName[];
  /** Parts of each size, where not all are wanted. */
  only?: readonly PartName[];
  /** Where the figures go as JSON; absolute. */
  json?: string;
  /** The document whose figures are written anew; absolute. */
  docs?: string;
  /** Where CPU profiles of the backend go, one a measurement; absolute folder. */
  profile?: string;
  /** A missed target is a failure. */
  strict: boolean;
  help: boolean;
}

const ALL: readonly ScaleName[] = ['1k', '10k', '50k'];
const DOCS = 'docs/performance.md';

export const USAGE = `yarn bench [--quick | --scale NAME] [--only PART] [--json FILE] [--write-docs] [--strict]

Measures the portal against API servers of its own, all on loopback.
  --scale NAME  1k, 10k or 50k workloads on 1, 10 or 50 clusters; several with commas. Default: all three
  --quick       1,500 workloads on 3 clusters, everything once; about two minutes
  --only PART   one part of each size, or several with commas: ${Object.keys(
    PART_TITLES,
  ).join(', ')}
  --json FILE   writes the figures to a file as well
  --write-docs  writes the figures into ${DOCS}; its prose stays
  --profile DIR writes CPU profiles of the backend into a folder; the figures suffer from it
  --strict      ends with code 1 when a target is missed, as it always does when a part could not be measured
`;

/** @throws Error that says what is wrong with the arguments */
export function parseArguments(
  argv: readonly string[],
  cwd: string,
): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      scale: { type: 'string' },
      only: { type: 'string' },
      'write-docs': { type: 'boolean', default: false },
      json: { type: 'string' },
      profile: { type: 'string' },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: false,
  });
  const { json, only, profile, scale, quick } = values;
  if (quick && scale !== undefined) {
    throw new Error('--quick is a scale of its own: leave out --scale');
  }
  for (const [option, path] of Object.entries({ json, only, profile, scale })) {
    if (path === '') throw new Error(`--${option} needs a name`);
  }
  if (only !== undefined && values['write-docs']) {
    throw new Error('--write-docs writes whole runs: leave out --only');
  }
  return {
    only: only === undefined ? undefined : partsOf(only),
    scales: quick ? ['quick'] : scalesOf(scale),
    json: json && resolve(cwd, json),
    profile: profile && resolve(cwd, profile),
    docs: values['write-docs'] ? join(ROOT, DOCS) : undefined,
    strict: values.strict,
    help: values.help,
  };
}

function partsOf(text: string): readonly PartName[] {
  const parts = Object.keys(PART_TITLES) as PartName[];
  return text.split(',').map(part => {
    const known = parts.find(name => name === part.trim());
    if (!known) {
      throw new Error(`--only knows ${parts.join(', ')}; not "${part}"`);
    }
    return known;
  });
}

function scalesOf(text: string | undefined): readonly ScaleName[] {
  if (text === undefined) return ALL;
  return text.split(',').map(part => {
    const known = ALL.find(name => name === part.trim());
    if (!known) {
      throw new Error(`--scale knows ${ALL.join(', ')}; not "${part}"`);
    }
    return known;
  });
}
