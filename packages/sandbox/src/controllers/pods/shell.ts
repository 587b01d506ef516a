import type { Launcher, Process } from './Process';

type Command =
  | { verb: 'echo'; text: string }
  | { verb: 'sleep'; ms: number }
  | { verb: 'exit'; code: number }
  | { verb: 'ignore' };

/** A node notices the end of a container a little later: until then it reads as running, and ready. */
const SEEN_MS = 120;

const UNITS: Record<string, number> = { s: 1e3, m: 60e3, h: 3600e3 };

function parseCommand(text: string): Command | undefined {
  const [verb, ...rest] = text.trim().split(/\s+/);
  if (verb === 'echo') {
    return {
      verb,
      text: text
        .trim()
        .slice('echo'.length)
        .trim()
        .replace(/^(["'])(.*)\1$/s, '$2'),
    };
  }
  if (verb === 'sleep') {
    const match = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(rest[0] ?? '');
    if (rest[0] === 'infinity' || !match) return { verb, ms: Infinity };
    return { verb, ms: Number(match[1]) * UNITS[match[2] || 's'] };
  }
  if (/^trap\s+(?:''|"")\s+(?:SIG)?TERM$/.test(text.trim())) {
    return { verb: 'ignore' };
  }
  if (verb === 'exit') return { verb, code: Number(rest[0] ?? 0) & 255 };
  return undefined;
}

/**
 * The commands of a container that the sandbox can play, alone or in `sh -c`: `echo`, `sleep`, `exit`, and `trap '' TERM`, which
 * pays no heed to the end of the pod until it is killed.
 */
export function parseScript(container: {
  command?: string[];
  args?: string[];
}): Command[] {
  const words = [...(container.command ?? []), ...(container.args ?? [])];
  const shell = words.indexOf('-c');
  const script = shell >= 0 ? words[shell + 1] ?? '' : words.join(' ');
  return script
    .split(/;|&&|\n/)
    .map(parseCommand)
    .filter(command => command !== undefined);
}

/**
 * Any container that no other launcher knows: plays its script and exits with 0, or with the code of `exit`. One without a
 * script that the sandbox understands runs until it is deleted.
 */
export const shellLauncher: Launcher = host => {
  const container = (host.pod.spec?.containers ?? []).find(
    ({ name }: { name: string }) => name === host.container,
  );
  const commands = parseScript(container ?? {});
  const heedless = commands.some(({ verb }) => verb === 'ignore');
  let cancel = () => {};
  let skip = host.elapsedMs;
  const end = (code: number) => {
    cancel = host.clock.after(SEEN_MS, () => host.exit({ code }));
  };
  const next = (index: number): void => {
    const command = commands[index];
    if (!command) {
      if (commands.length > 0) end(0);
    } else if (command.verb === 'exit') {
      end(command.code);
    } else if (command.verb === 'ignore') {
      next(index + 1);
    } else if (command.verb === 'echo') {
      if (skip <= 0) host.log(command.text);
      next(index + 1);
    } else {
      const ms = Math.max(0, command.ms - skip);
      skip = Math.max(0, skip - command.ms);
      if (ms !== Infinity) cancel = host.clock.after(ms, () => next(index + 1));
    }
  };
  cancel = host.clock.after(0, () => next(0));
  const process: Process = {
    stop: () => cancel(),
    ...(heedless && { terminate: () => ({ afterMs: Infinity, code: 143 }) }),
  };
  return process;
};
