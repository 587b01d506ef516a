import { Printer } from '../Printer';
import { runLakeFsConformance } from './runLakeFsConformance';

const KEY_ID = 'LAKEFS_ACCESS_KEY_ID';
const SECRET = 'LAKEFS_SECRET_ACCESS_KEY';

/**
 * `yarn conformance --lakefs ENDPOINT`: prints the results; resolves with the exit code.
 *
 * @throws Error when the keys are not in the environment, or nobody answers
 */
export async function checkLakeFs(
  endpoint: string,
  environment: NodeJS.ProcessEnv,
  write: (text: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const accessKeyId = environment[KEY_ID];
  const secretAccessKey = environment[SECRET];
  if (!accessKeyId || !secretAccessKey) {
    throw new Error(
      `--lakefs needs the access key in the environment: ${KEY_ID} and ${SECRET}`,
    );
  }
  const printer = new Printer(write);
  write(`Checking the lakeFS server ${endpoint}\n`);
  const summary = await runLakeFsConformance({
    connection: { endpoint, accessKeyId, secretAccessKey },
    report: result => printer.result(result),
    signal,
  });
  printer.summary(summary);
  return summary.failed > 0 || signal.aborted ? 1 : 0;
}
