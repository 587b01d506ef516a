import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartOptions {
  port: number;
  /** Forget all data of portal and sandbox first. */
  fresh: boolean;
  /** Real clusters in place of the sandbox. */
  kubeconfig?: string;
  /** Contexts of the kubeconfig; all when empty. */
  contexts: readonly string[];
  /** Further configuration files, merged last. */
  config: readonly string[];
}

export const START_USAGE = `npm start -- [options]
  --kubeconfig FILE   use real clusters in place of the sandbox
  --context NAME      one of its contexts; may be repeated (default: all)
  --fresh             forget all data of the portal and the sandbox first
  --port N            port of the portal on 127.0.0.1 (default 7007)
  --config FILE       one more app-config file, merged last; may be repeated`;

/**
 * Reads the command line.
 * @throws Error with a sentence that names the option and the fix
 */
export function parseStartOptions(
  args: readonly string[],
  cwd: string,
): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kubeconfig: { type: 'string' },
      context: { type: 'string', multiple: true },
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: '7007' },
      config: { type: 'string', multiple: true },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--port must be 1 to 65535, not ${values.port}.`);
  }
  if (values.context && !values.kubeconfig) {
    throw new Error('--context needs --kubeconfig FILE.');
  }
  const file = (option: string, name: string) => {
    const path = resolve(cwd, name);
    if (!existsSync(path)) {
      throw new Error(`${option} ${path} does not exist. Check the path.`);
    }
    return path;
  };
  return {
    port,
    fresh: values.fresh,
    kubeconfig: values.kubeconfig && file('--kubeconfig', values.kubeconfig),
    contexts: values.context ?? [],
    config: (values.config ?? []).map(name => file('--config', name)),
  };
}
