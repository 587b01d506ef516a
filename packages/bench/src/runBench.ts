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
import { measureBrowser } from './measure/browser';
import { measureChangeCost } from './measure/changeCost';
import { measureCreation } from './measure/createLatency';
import { measureFanOut } from './measure/fanOut';
import { measureOutage } from './measure/outage';
import { measurePluginAlone } from './measure/pluginAlone';
import { measureReads } from './measure/readLatency';
import { measureStreams } from './measure/streamLatency';
import { measureTabRequests } from './measure/tabRequests';
import { BACKEND, PROBE, ROOT, SERVERS } from './paths';
import { monotonic } from './process/monotonic';
import { Program } from './process/Program';
import { Figures } from './report/Figures';
import { Measure, Scale } from './Scale';

export interface RunOptions {
  scale: Scale;
  signal: AbortSignal;
  onStage(stage: string): void;
  /** Folder for CPU profiles of the backend, one a measurement. */
  profile?: string;
}

/** One run at one size: starts everything, measures, ends everything. */
export async function runBench(options: RunOptions): Promise<Figures> {
  const { scale, signal, onStage } = options;
  const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
  const programs: Program[] = [];
  let portal: Portal | undefined;
  let done = false;
  try {
    onStage(`${scale.name}: filling the API servers ...`);
    const servers = new Program({
      name: 'API servers',
      main: SERVERS,
      args: [scale.name],
      logFile: join(folder, 'servers.log'),
    });
    programs.push(servers);
    const addresses = await servers.ask<ServerAddress[]>('addresses', signal);
    onStage('B3, B5: the plugin alone ...');
    const logFile = join(folder, 'plugin.log');
    const alone = await measurePluginAlone({
      ...{ scale, servers, addresses, logFile, signal },
    });
    onStage('Starting the portal ...');
    await servers.ask('resetRequests', signal);
    const port = await freePort();
    const configFile = writeFiles(folder, scale, port, addresses);
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
    const measured = await measure({ ...starting, tokens }, options);
    done = true;
    return { alone, coldStart, ...measured };
  } finally {
    await portal?.close();
    for (const program of programs.reverse()) await program.stop();
    if (done) rmSync(folder, { recursive: true, force: true });
    else onStage(`The logs are in ${folder}.`);
  }
}

/** What each measure is called while it runs, and how it is taken. */
const MEASURES = {
  reads: ['B2: reads', measureReads],
  tabs: ['B4: what tabs cost the API servers', measureTabRequests],
  changes: ['B7: changes', measureChangeCost],
  creation: ['B11: creating', measureCreation],
  browser: ['B9, B10: in a browser', measureBrowser],
  outage: ['B12: a cluster is away', measureOutage],
  streams: ['B1: streams', measureStreams],
  fanOut: ['The kubernetes plugin on the same servers', measureFanOut],
} as const satisfies Record<
  Measure,
  readonly [string, (bench: Bench) => Promise<unknown>]
>;

async function measure(
  bench: Bench,
  { onStage, profile }: RunOptions,
): Promise<Partial<Figures>> {
  const { backend, signal, scale } = bench;
  const figures: Record<string, unknown> = {};
  for (const name of scale.measures) {
    const [what, take] = MEASURES[name];
    onStage(`${what} ...`);
    if (profile) await backend.ask('startProfile', signal);
    figures[name] = await take(bench);
    if (profile) {
      mkdirSync(profile, { recursive: true });
      const file = join(profile, `${scale.name}-${name}.cpuprofile`);
      await backend.ask('writeProfile', signal, file);
    }
  }
  return figures;
}

/** @returns the configuration's file, for its owner alone: it holds credentials */
function writeFiles(
  folder: string,
  scale: Scale,
  port: number,
  servers: readonly ServerAddress[],
): string {
  const bootstrapTokenFile = join(folder, 'bootstrap-token');
  writeFileSync(bootstrapTokenFile, servers[0].token, { mode: 0o600 });
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
    bootstrapTokenFile,
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
