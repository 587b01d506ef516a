import { say } from './say';

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start/start')).start,
  dev: async () => (await import('./start/dev')).dev,
  test: async () => (await import('./checks/test')).test,
};

async function main(): Promise<number> {
  const [name = 'start', ...args] = process.argv.slice(2);
  const load = COMMANDS[name];
  if (!load) {
    say(
      `No such command: ${name}. There are ${Object.keys(COMMANDS).join(
        ', ',
      )}.`,
    );
    return 1;
  }
  return (await load())(args);
}

main().then(
  code => process.exit(code),
  error => {
    say(error instanceof Error ? error.stack ?? error.message : String(error));
    process.exit(1);
  },
);
