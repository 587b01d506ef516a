import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { backendConfig, ServerAddress } from './content/backendConfig';
import { catalogEntities } from './content/catalogEntities';
import { domainPlaces, peopleNames } from './content/Layout';
import { Portal } from './load/Portal';
import { Bench } from './measure/Bench';
import { awaitColdStart } from './measure/coldStart';
import { measureFanOut } from './measure/fanOut';
import { measureReads } from './measure/readLatency';
import { measureStreams } from './measure/streamLatency';
import { measureTabRequests } from './measure/tabRequests';
import { BACKEND, PROBE, ROOT, SERVERS } from './paths';
import { monotonic } from './process/monotonic';
import { Program } from './process/Program';
import { Figures } from './report/Figures';
import { Scale } from './Scale';

export interface RunOptions {
  scale: Scale;
  signal: AbortSignal;
  onStage(stage: string): void;
  /** Folder for CPU profiles of the backend, one a measurement. */
  profile?: string;
}

/** One run: starts everything, measures, ends everything. */
export async function runBench(options: RunOptions): Promise<Figures> {
  const { scale, signal, onStage } = options;
  const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
  const programs: Program[] = [];
  let portal: Portal | undefined;
  let done = false;
  try {
    onStage('Filling the API servers ...');
    const servers = new Program({
      name: 'API servers',
      main: SERVERS,
      args: [scale.name],
      logFile: join(folder, 'servers.log'),
    });
    programs.push(servers);
    const port = await freePort();
    const configFile = writeFiles(folder, scale, port, {
      servers: await servers.ask<ServerAddress[]>('addresses', signal),
    });
    onStage('Starting the portal ...');
    const startedAt = monotonic();
    const backend = new Program({
      name: 'backend',
      require: PROBE,
      main: BACKEND,
      args: ['--config', join(ROOT, 'app-config.yaml'), '--config', configFile],
      env: { NODE_ENV: 'production' },
      logFile: join(folder, 'backend.log'),
    });
    programs.push(backend);
    portal = new Portal(`http://127.0.0.1:${port}`, scale.b2.concurrency);
    const places = domainPlaces(scale);
    const starting = { scale, portal, places, servers, backend, signal };
    const people = peopleNames(scale);
    const coldStart = await awaitColdStart(starting, people[0], startedAt);
    const tokens: string[] = [];
    for (const person of people) tokens.push(await portal.signIn(person));
    const figures = await measure({ ...starting, tokens }, coldStart, options);
    done = true;
    return figures;
  } finally {
    await portal?.close();
    for (const program of programs.reverse()) await program.stop();
    if (done) rmSync(folder, { recursive: true, force: true });
    else onStage(`The logs are in ${folder}.`);
  }
}

async function measure(
  bench: Bench,
  coldStart: Figures['coldStart'],
  { onStage, profile }: RunOptions,
): Promise<Figures> {
  const { backend, signal } = bench;
  const stage = async <T>(
    name: string,
    what: string,
    run: (bench: Bench) => Promise<T>,
  ): Promise<T> => {
    onStage(`${what} ...`);
    if (!profile) return run(bench);
    mkdirSync(profile, { recursive: true });
    await backend.ask('startProfile', signal);
    const result = await run(bench);
    const file = join(profile, `${name}.cpuprofile`);
    await backend.ask('writeProfile', signal, file);
    return result;
  };
  return {
    coldStart,
    reads: await stage('reads', 'B2: reads', measureReads),
    tabs: await stage(
      'tabs',
      'B4: what tabs cost the API servers',
      measureTabRequests,
    ),
    streams: await stage('streams', 'B1: streams', measureStreams),
    fanOut: await stage(
      'fan-out',
      'The kubernetes plugin on the same servers',
      measureFanOut,
    ),
  };
}

/** @returns the configuration's file, for its owner alone: it holds credentials */
function writeFiles(
  folder: string,
  scale: Scale,
  port: number,
  { servers }: { servers: readonly ServerAddress[] },
): string {
  const catalogFile = join(folder, 'catalog.yaml');
  writeFileSync(catalogFile, catalogEntities(scale));
  mkdirSync(join(folder, 'db'));
  const configFile = join(folder, 'app-config.yaml');
  const config = backendConfig({
    scale,
    port,
    dataDir: folder,
    catalogFile,
    servers,
  });
  writeFileSync(configFile, stringify(config), { mode: 0o600 });
  return configFile;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
