import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `yarn bench` was asked for. */
export interface Arguments {
  /** A tenth of the size, in less than two minutes. */
  quick: boolean;
  /** Where the figures go as JSON; absolute. */
  json?: string;
  /** Where CPU profiles of the backend go, one a measurement; absolute folder. */
  profile?: string;
  /** A missed target is a failure. */
  strict: boolean;
  help: boolean;
}

export const USAGE = `yarn bench [--quick] [--json FILE] [--strict]

Measures the portal against API servers of its own, all on loopback.
  --quick       1,000 workloads on 2 clusters in place of 10,000 on 10; below two minutes
  --json FILE   writes the figures to a file as well
  --profile DIR writes CPU profiles of the backend into a folder; the figures suffer from it
  --strict      ends with code 1 when a target is missed
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
      json: { type: 'string' },
      profile: { type: 'string' },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: false,
  });
  const { json, profile } = values;
  for (const [option, path] of Object.entries({ json, profile })) {
    if (path === '') throw new Error(`--${option} needs a name`);
  }
  return {
    quick: values.quick,
    json: json && resolve(cwd, json),
    profile: profile && resolve(cwd, profile),
    strict: values.strict,
    help: values.help,
  };
}
