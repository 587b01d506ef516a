import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { backendConfig, ServerAddress } from './content/backendConfig';
import { catalogEntities } from './content/catalogEntities';
import { domainPlaces, peopleNames } from './content/Layout';
import { measureLakefs } from './lakefs/measureLakefs';
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
import { Parts } from './Parts';
import { BACKEND, PROBE, ROOT, SERVERS } from './paths';
import { monotonic } from './process/monotonic';
import { Program, ProgramOptions } from './process/Program';
import { Figures, PartName } from './report/Figures';
import { Measure, Scale } from './Scale';

export interface RunOptions {
  scale: Scale;
  signal: AbortSignal;
  onStage(stage: string): void;
  /** Folder for CPU profiles of the backend, one a measurement. */
  profile?: string;
  /** Parts to take, and no others; all of them by default. The cold start comes before all but the first. */
  only?: readonly PartName[];
}

/** Parts that need no portal. */
const STANDALONE: readonly PartName[] = ['alone', 'lakefs'];

/** One run at one size: starts everything, measures, ends everything. What fails is in the figures as a problem. */
export async function runBench(options: RunOptions): Promise<Figures> {
  const { scale, signal: stop, onStage, only, profile } = options;
  if (profile) mkdirSync(profile, { recursive: true });
  const wanted = (part: PartName) => !only || only.includes(part);
  const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
  const programs: Program[] = [];
  const start = (program: ProgramOptions) => {
    const started = new Program(program);
    programs.push(started);
    return started;
  };
  const parts = new Parts({
    ...{ stop, onStage },
    partMs: scale.partMs,
    allMs: scale.deadlineMs,
  });
  let portal: Portal | undefined;
  try {
    onStage(`${scale.name}: filling the API servers ...`);
    const servers = start({
      name: 'API servers',
      main: SERVERS,
      args: [scale.name],
      logFile: join(folder, 'servers.log'),
    });
    const addresses = await servers.ask<ServerAddress[]>('addresses', stop);
    if (wanted('alone')) {
      const logFile = join(folder, 'plugin.log');
      const alone = { scale, servers, addresses, logFile, profile };
      await parts.take('alone', signal =>
        measurePluginAlone({ ...alone, signal }),
      );
    }
    const { b13 } = scale;
    if (b13 && wanted('lakefs')) {
      await parts.take('lakefs', signal =>
        measureLakefs({ size: b13, folder, signal }),
      );
    }
    if (only?.every(part => STANDALONE.includes(part))) return parts.figures;
    const port = await freePort();
    portal = new Portal(`http://127.0.0.1:${port}`, scale.b2.concurrency);
    const configFile = writeFiles(folder, scale, port, addresses);
    const bench = { scale, portal, servers, places: domainPlaces(scale) };
    const people = peopleNames(scale);
    let backend: Program | undefined;
    const up = await parts.take('coldStart', async signal => {
      await servers.ask('resetRequests', signal);
      const startedAt = monotonic();
      backend = start(backendProgram(folder, configFile));
      const starting = { ...bench, backend, signal };
      return awaitColdStart(starting, people[0], startedAt);
    });
    if (up && backend) {
      const tokens: string[] = [];
      for (const person of people) tokens.push(await portal.signIn(person));
      await measure(
        { ...bench, backend, tokens, signal: stop },
        parts,
        options,
      );
    }
  } finally {
    await portal?.close();
    for (const program of programs.reverse()) await program.stop();
    const { figures } = parts;
    if (!stop.aborted && Object.keys(figures.problems).length === 0) {
      rmSync(folder, { recursive: true, force: true });
    } else onStage(`The logs are in ${folder}.`);
  }
  return parts.figures;
}

const MEASURES = {
  reads: measureReads,
  tabs: measureTabRequests,
  changes: measureChangeCost,
  creation: measureCreation,
  browser: measureBrowser,
  outage: measureOutage,
  streams: measureStreams,
  fanOut: measureFanOut,
} as const satisfies {
  [M in Measure]: (bench: Bench) => Promise<Figures[M]>;
};

async function measure(
  bench: Bench,
  parts: Parts,
  { profile, only }: RunOptions,
): Promise<void> {
  const { backend, signal: stop, scale } = bench;
  for (const name of scale.measures) {
    if (only && !only.includes(name)) continue;
    if (profile) await backend.ask('startProfile', stop);
    await parts.take<Measure>(name, signal =>
      MEASURES[name]({ ...bench, signal }),
    );
    if (profile) {
      const file = join(profile, `${scale.name}-${name}.cpuprofile`);
      await backend.ask('writeProfile', stop, file);
    }
  }
}

function backendProgram(folder: string, configFile: string): ProgramOptions {
  return {
    name: 'backend',
    require: PROBE,
    main: BACKEND,
    args: ['--config', join(ROOT, 'app-config.yaml'), '--config', configFile],
    env: { NODE_ENV: 'production' },
    logFile: join(folder, 'backend.log'),
  };
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
