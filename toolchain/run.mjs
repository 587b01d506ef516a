// Brings the locked Node and Yarn, installs what yarn.lock names, and hands over to packages/launcher.
// Plain JavaScript, because it must run on whatever Node (20 or newer) is there.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const toolchain = dirname(fileURLToPath(import.meta.url));
const root = dirname(toolchain);
const windows = process.platform === 'win32';
const say = line => process.stdout.write(`${line}\n`);

let child;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // The terminal sends SIGINT to the child as well; it decides how to end, and this process ends with it.
  process.on(signal, () => signal !== 'SIGINT' && child?.kill(signal));
}

function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code ?? 1));
  });
}

/** Runs quietly; on failure prints where the whole output is, and its end. */
async function quietly(what, command, args, options = {}) {
  const started = Date.now();
  mkdirSync(join(root, '.data'), { recursive: true, mode: 0o700 });
  const log = join(root, '.data', `${what.replaceAll(' ', '-')}.log`);
  const out = openSync(log, 'w');
  say(`${what} ...`);
  const ticker = setInterval(
    () => say(`  still at it, ${Math.round((Date.now() - started) / 1000)} s`),
    15_000,
  );
  const code = await run(command, args, {
    ...options,
    stdio: ['ignore', out, out],
  }).finally(() => clearInterval(ticker));
  if (code !== 0) {
    say(readFileSync(log, 'utf8').split('\n').slice(-25).join('\n'));
    say(`${what} failed. The whole output: ${log}`);
    process.exit(code);
  }
  say(`${what}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function isCurrent(mark, print) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === print;
}

async function bringToolchain() {
  const mark = join(toolchain, 'node_modules', '.millrace');
  const print = fingerprint([join(toolchain, 'package-lock.json')]);
  if (isCurrent(mark, print)) return;
  await quietly(
    'bringing Node and Yarn',
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: toolchain, shell: windows },
  );
  writeFileSync(mark, print);
}

function findNode() {
  const own = join(
    toolchain,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  );
  if (existsSync(own)) return own;
  const major = Number(process.versions.node.split('.')[0]);
  if (major === 22 || major === 24) return process.execPath;
  say(
    `There is no packaged Node for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}. Install Node 24 and try again.`,
  );
  return process.exit(1);
}

async function npmRegistry() {
  if (process.env.YARN_NPM_REGISTRY_SERVER) {
    return process.env.YARN_NPM_REGISTRY_SERVER;
  }
  const chunks = [];
  const npm = spawn(
    windows ? 'npm.cmd' : 'npm',
    ['config', 'get', 'registry'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: windows,
    },
  );
  for await (const chunk of npm.stdout) chunks.push(chunk);
  return Buffer.concat(chunks).toString().trim();
}

function workspaceManifests() {
  return ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder))
      .map(name => join(root, folder, name, 'package.json'))
      .filter(file => existsSync(file)),
  );
}

async function install(node, env) {
  const mark = join(root, 'node_modules', '.millrace');
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml']
    .map(name => join(root, name))
    .concat(workspaceManifests());
  const print = fingerprint(files);
  if (isCurrent(mark, print)) return;
  const yarn = join(toolchain, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');
  await quietly('installing packages', node, [yarn, 'install', '--immutable'], {
    env: { ...env, YARN_NPM_REGISTRY_SERVER: await npmRegistry() },
  });
  writeFileSync(mark, print);
}

const [command = 'start', ...args] = process.argv.slice(2);
await bringToolchain();
const node = findNode();
const env = {
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(
    windows ? ';' : ':',
  ),
};
await install(node, env);
const transform = createRequire(join(root, 'package.json')).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
process.exitCode = await run(
  node,
  [
    '--require',
    transform,
    join(root, 'packages/launcher/src/main.ts'),
    command,
    ...args,
  ],
  { env },
);
