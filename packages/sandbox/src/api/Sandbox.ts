import { AdmissionHook } from '../admission/AdmissionRequest';
import { SystemClock } from '../clock/SystemClock';
import { LogStore } from '../logs/LogStore';
import { Persistence } from '../persistence/Persistence';
import { Authorizer } from '../rbac/Authorizer';
import { builtinResources } from '../resources/builtinResources';
import { Registry } from '../resources/Registry';
import { Database } from '../store/Database';
import { Clock, SandboxApi } from '../types';
import { bootstrap } from './bootstrap';
import { CrdRegistrar } from './CrdRegistrar';
import { EventRecorder } from './EventRecorder';
import { GarbageCollector } from './GarbageCollector';
import { LocalApi } from './LocalApi';
import { Operations } from './Operations';
import { PodPorts } from './PodPorts';

export interface SandboxOptions {
  clock?: Clock;
  persistence?: Persistence;
  /** Policies that judge writes, after validation and before quota. */
  admission?: readonly AdmissionHook[];
  /** CustomResourceDefinitions to serve from the start; one that is stored already is brought up to date. */
  crds?: readonly unknown[];
  /** Changes that a watch can resume over, per resource. */
  historyLimit?: number;
  /** What becomes of an error that a watcher inside the process throws; by default it surfaces as uncaught. */
  onListenerError?: (error: unknown) => void;
}

/** All parts of the API server but HTTP. */
export class Sandbox {
  readonly clock: Clock;
  readonly database: Database;
  readonly registry: Registry;
  readonly authorizer: Authorizer;
  readonly operations: Operations;
  readonly logs: LogStore;
  readonly ports = new PodPorts();
  readonly api: SandboxApi;
  private readonly stops: (() => void)[];

  constructor(options: SandboxOptions = {}) {
    const { persistence } = options;
    this.clock = options.clock ?? new SystemClock();
    this.database = new Database({
      version: persistence?.version,
      historyLimit: options.historyLimit,
      onListenerError: options.onListenerError,
    });
    this.registry = new Registry(builtinResources);
    this.authorizer = new Authorizer(this.database);
    this.logs = new LogStore(this.clock);
    this.operations = new Operations({
      database: this.database,
      registry: this.registry,
      clock: this.clock,
      authorizer: this.authorizer,
      hooks: options.admission,
    });
    const collector = new GarbageCollector(
      this.database,
      this.operations,
      this.clock,
    );
    for (const stored of persistence?.objects() ?? []) {
      const entry = this.database.restore(stored);
      collector.restore({ type: 'ADDED', entry }, stored.resource);
    }
    for (const log of persistence?.logs() ?? []) this.logs.restore(log);
    const registrar = new CrdRegistrar(this.operations);
    const events = new EventRecorder(this.operations);
    this.api = new LocalApi({
      operations: this.operations,
      authorizer: this.authorizer,
      events,
      logs: this.logs,
      ports: this.ports,
    });
    const unlistenPods = this.database.listen('/pods', ({ type, entry }) => {
      if (type !== 'DELETED') return;
      this.logs.drop(entry.object.metadata.uid);
      this.ports.drop(entry.object.metadata.uid);
    });
    persistence?.attach(this.database, this.logs);
    this.stops = [
      () => collector.stop(),
      () => registrar.stop(),
      () => events.stop(),
      unlistenPods,
      () => persistence?.close(),
    ];
    bootstrap(this.api, options.crds ?? []);
  }

  /** Ends all that runs by itself and writes what is not yet written. */
  stop(): void {
    for (const stop of this.stops) stop();
  }
}

/** The API server without HTTP, for controllers and their tests. */
export function createSandboxApi(options: SandboxOptions = {}): SandboxApi {
  return new Sandbox(options).api;
}
