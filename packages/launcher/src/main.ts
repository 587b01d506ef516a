import { join } from 'node:path';
import { test } from './checks/test';
import { NODE_TRANSFORM, ROOT } from './paths';
import { runProgram } from './runProgram';
import { say } from './say';
import { dev } from './start/dev';
import { start } from './start/start';

type Command = (args: readonly string[]) => Promise<number>;

/** A program of another package, in a process of its own. */
const program =
  (script: string): Command =>
  args =>
    runProgram(['--require', NODE_TRANSFORM, join(ROOT, script), ...args]);

const COMMANDS: Record<string, Command> = {
  start,
  dev,
  test,
  conformance: program('packages/conformance/src/main.ts'),
  bench: program('packages/bench/src/main.ts'),
};

async function main(): Promise<number> {
  const [name = 'start', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) {
    const known = Object.keys(COMMANDS).join(', ');
    say(`No such command: ${name}. There are ${known}.`);
    return 1;
  }
  return command(args);
}

main().then(
  code => process.exit(code),
  error => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
