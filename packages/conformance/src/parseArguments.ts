import { parseArgs } from 'node:util';

export interface Arguments {
  kubeconfig?: string;
  context?: string;
  /** Also stop the cluster's Spark operator for some seconds. */
  disruptive: boolean;
  /** Address of a lakeFS server, to check that in place of a cluster. */
  lakefs?: string;
  help: boolean;
}

export const USAGE = `yarn conformance [--kubeconfig FILE [--context NAME] [--disruptive]]

Checks that an API server behaves as Millrace relies on. Without --kubeconfig the sandbox is started and checked.
Works in namespaces of its own (millrace-conformance-*), which are removed afterwards.
Spark runs of a few seconds, and small notebook servers, are started where an operator watches them. With --disruptive the Spark operator of the cluster is
stopped for some seconds as well, to see what it leaves undone.

yarn conformance --lakefs ENDPOINT

The same for a lakeFS server. Its access key stands in LAKEFS_ACCESS_KEY_ID and LAKEFS_SECRET_ACCESS_KEY. Works in repositories of
its own (millrace-conf-*, storage namespaces local://millrace-conf-*), which are deleted afterwards. Hooks are checked where the
server reaches webhooks of this machine.
`;

/** @throws Error that says what is wrong with the arguments */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      disruptive: { type: 'boolean', default: false },
      lakefs: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: false,
  });
  if (values.context && !values.kubeconfig) {
    throw new Error(
      '--context needs --kubeconfig: it names a context of that file',
    );
  }
  if (values.lakefs && values.kubeconfig) {
    throw new Error('--lakefs and --kubeconfig are two runs: take one of them');
  }
  return {
    kubeconfig: values.kubeconfig,
    context: values.context,
    disruptive: values.disruptive ?? false,
    lakefs: values.lakefs,
    help: values.help ?? false,
  };
}
