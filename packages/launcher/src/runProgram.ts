import { spawn } from 'node:child_process';

/** Runs Node with these arguments on our terminal; passes signals on; resolves with the exit code. */
export function runProgram(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}
