import {
  demoOperators,
  demoRbac,
  portalPolicies,
  sandboxControllers,
  startSandbox,
  workspaceWebhook,
} from '@millrace/sandbox';
import {
  Connection,
  connectionFromFile,
  connectionFromKubeconfig,
} from './Connection';
import { checkLakeFs } from './lakefs/checkLakeFs';
import { leftBehind } from './leftBehind';
import { parseArguments, USAGE } from './parseArguments';
import { Printer } from './Printer';
import { runConformance, Summary } from './runConformance';

const ADMIN = { name: 'conformance', groups: ['system:masters'] };

interface Connected {
  connection: Connection;
  /** What is wrong with the run as a whole. The sandbox can do everything that is asked of it, and is looked at afterwards. */
  problems(summary: Summary): readonly string[];
  stop(): Promise<void>;
}

/** The connection to check, and how to let go of it. */
async function connect(
  kubeconfig: string | undefined,
  context: string | undefined,
): Promise<Connected> {
  if (kubeconfig) {
    const connection = await connectionFromFile(kubeconfig, context);
    return { connection, problems: () => [], stop: async () => {} };
  }
  const sandbox = await startSandbox({
    users: [ADMIN],
    admission: [workspaceWebhook, portalPolicies],
    controllers: sandboxControllers(),
    seed: api => {
      demoRbac(api);
      demoOperators(api);
    },
  });
  const connection = await connectionFromKubeconfig(
    sandbox.kubeconfig(ADMIN.name),
  );
  return {
    connection,
    problems: ({ results }) => [
      ...results
        .filter(({ outcome }) => outcome === 'skipped')
        .map(({ title }) => `skipped on the sandbox: ${title}`),
      ...leftBehind(sandbox.api).map(object => `left behind: ${object}`),
    ],
    stop: sandbox.stop,
  };
}

async function main(argv: readonly string[]): Promise<number> {
  const { kubeconfig, context, disruptive, lakefs, help } =
    parseArguments(argv);
  if (help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const write = (text: string) => process.stdout.write(text);
  if (lakefs) return checkLakeFs(lakefs, process.env, write, abort.signal);
  const { connection, problems, stop } = await connect(kubeconfig, context);
  const printer = new Printer(write);
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
    const wrong = abort.signal.aborted ? [] : problems(summary);
    for (const problem of wrong) process.stdout.write(`${problem}\n`);
    printer.summary(summary);
    const failed = summary.failed + wrong.length > 0;
    return failed || abort.signal.aborted ? 1 : 0;
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
