import { parseArgs } from 'node:util';

export interface Arguments {
  kubeconfig?: string;
  context?: string;
  /** Also stop the cluster's Spark operator for some seconds. */
  disruptive: boolean;
  help: boolean;
}

export const USAGE = `yarn conformance [--kubeconfig FILE [--context NAME] [--disruptive]]

Checks that an API server behaves as Millrace relies on. Without --kubeconfig the sandbox is started and checked.
Works in namespaces of its own (millrace-conformance-*), which are removed afterwards.
Spark runs of a few seconds are started where an operator watches them. With --disruptive the Spark operator of the cluster is
stopped for some seconds as well, to see what it leaves undone.
`;

/** @throws Error that says what is wrong with the arguments */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      disruptive: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: false,
  });
  if (values.context && !values.kubeconfig) {
    throw new Error(
      '--context needs --kubeconfig: it names a context of that file',
    );
  }
  return {
    kubeconfig: values.kubeconfig,
    context: values.context,
    disruptive: values.disruptive ?? false,
    help: values.help ?? false,
  };
}
