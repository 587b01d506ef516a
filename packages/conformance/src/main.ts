import {
  demoOperators,
  sandboxControllers,
  startSandbox,
} from '@millrace/sandbox';
import {
  Connection,
  connectionFromFile,
  connectionFromKubeconfig,
} from './Connection';
import { parseArguments, USAGE } from './parseArguments';
import { Printer } from './Printer';
import { runConformance } from './runConformance';

const ADMIN = { name: 'conformance', groups: ['system:masters'] };

/** The connection to check, and how to let go of it. */
async function connect(
  kubeconfig: string | undefined,
  context: string | undefined,
): Promise<{ connection: Connection; stop: () => Promise<void> }> {
  if (kubeconfig) {
    const connection = await connectionFromFile(kubeconfig, context);
    return { connection, stop: async () => {} };
  }
  const sandbox = await startSandbox({
    users: [ADMIN],
    controllers: sandboxControllers(),
    seed: demoOperators,
  });
  const connection = await connectionFromKubeconfig(
    sandbox.kubeconfig(ADMIN.name),
  );
  return { connection, stop: sandbox.stop };
}

async function main(argv: readonly string[]): Promise<number> {
  const { kubeconfig, context, disruptive, help } = parseArguments(argv);
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const { connection, stop } = await connect(kubeconfig, context);
  const printer = new Printer(text => process.stdout.write(text));
  process.stdout.write(
    `Checking ${
      kubeconfig ? connection.url : `the sandbox (${connection.url})`
    }\n`,
  );
  try {
    const summary = await runConformance({
      connection,
      // The sandbox is nobody's but this suite's.
      disruptive: disruptive || !kubeconfig,
      report: result => printer.result(result),
      signal: abort.signal,
    });
    printer.summary(summary);
    return summary.failed > 0 || abort.signal.aborted ? 1 : 0;
  } finally {
    await stop();
  }
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  },
);
