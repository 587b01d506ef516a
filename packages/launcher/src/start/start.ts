import { DATA } from '../paths';
import { say } from '../say';
import { askInDemo } from './demoRequest';
import { parseStartOptions, START_USAGE } from './options';
import { Portal } from './Portal';

/** `npm start`: everything up, one address, a clear end. Resolves with the exit code. */
export async function start(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    say(START_USAGE);
    return 0;
  }
  const options = parseStartOptions(args, process.cwd());
  const portal = new Portal(options);
  const asked = new Promise<'asked'>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve('asked'));
    }
  });
  try {
    const first = await Promise.race([portal.start(), asked]);
    if (first !== 'asked') {
      // Nobody has to wait for it.
      if (!options.kubeconfig) void demoRequest(portal.url);
      say('');
      say(`  Open ${portal.url}`);
      say('');
      if (!options.kubeconfig) {
        say(
          `  kubectl --kubeconfig ${portal.sandboxKubeconfig} get sparkapplications -A`,
        );
      }
      say(`  Logs: ${DATA}/logs. Ctrl-C ends everything.`);
      await Promise.race([asked, portal.unexpectedEnd()]);
    }
    say('Stopping ...');
    return 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await portal.stop();
    say('Stopped.');
  }
}

/** A demo without a request is a demo all the same. */
async function demoRequest(url: string): Promise<void> {
  await askInDemo(url).catch(error =>
    say(`The demo has no request for approval: ${error}`),
  );
}
