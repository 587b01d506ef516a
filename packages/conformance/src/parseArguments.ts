import { parseArgs } from 'node:util';

export interface Arguments {
  kubeconfig?: string;
  context?: string;
  help: boolean;
}

export const USAGE = `yarn conformance [--kubeconfig FILE [--context NAME]]

Checks that an API server behaves as Millrace relies on. Without --kubeconfig the sandbox is started and checked.
Works in namespaces of its own (millrace-conformance-*), which are removed afterwards.
`;

/** @throws Error that says what is wrong with the arguments */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
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
    help: values.help ?? false,
  };
}
