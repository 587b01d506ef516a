import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ResourceSource,
  ResourceSystem,
  SourceScope,
} from '@millrace/backstage-plugin-data-platform-node';
import { Clock } from '../clusters/Clock';
import { ObjectSink, Sources } from '../sources/types';
import { PolledSource } from './PolledSource';

export interface SystemsOptions {
  systems: readonly ResourceSystem[];
  sink: ObjectSink;
  /** Which places of a source belong to which domain. */
  allot(source: string, scopes: readonly SourceScope[]): void;
  logger: LoggerService;
  clock: Clock;
  /** Ends everything, as {@link RunningSystems.stop} does. */
  signal: AbortSignal;
  random?: () => number;
}

/** The read side of all systems that are not CRDs, and how to end it. */
export interface RunningSystems extends Sources {
  /** Resolves when no request is left. */
  stop(): Promise<void>;
}

/** Starts to list the servers of all systems. Returns at once; nothing here waits for a server. */
export function startSystems(options: SystemsOptions): RunningSystems {
  const abort = new AbortController();
  options.signal.addEventListener('abort', () => abort.abort());
  if (options.signal.aborted) abort.abort();
  const polled = options.systems.flatMap(system =>
    system.sources.map(
      source =>
        new PolledSource({
          ...options,
          system,
          source,
          random: options.random ?? Math.random,
          allot: scopes => options.allot(source.name, scopes),
        }),
    ),
  );
  const running = polled.map(each =>
    each
      .run(abort.signal)
      .catch(error =>
        options.logger.error(`Reading ${each.name} ended: ${error}`),
      ),
  );
  return {
    list: () => polled.map(each => each.source()),
    find: name => polled.find(each => each.name === name)?.source(),
    warming: () => polled.some(each => each.warming()),
    clockSkewMs: () => 0,
    async stop() {
      abort.abort();
      await Promise.all(running);
    },
  };
}

/** Clusters and systems as one list. */
export function allSources(...parts: readonly Sources[]): Sources {
  return {
    list: () => parts.flatMap(part => part.list()),
    find(name) {
      for (const part of parts) {
        const found = part.find(name);
        if (found) return found;
      }
      return undefined;
    },
    warming: () => parts.some(part => part.warming()),
    clockSkewMs(name) {
      const owner = parts.find(part => part.find(name));
      return owner?.clockSkewMs(name) ?? 0;
    },
  };
}

/** The source of that name, of whatever system. */
export function sourceNamed(
  systems: readonly ResourceSystem[],
  name: string,
): ResourceSource | undefined {
  return systems
    .flatMap(({ sources }) => sources)
    .find(source => source.name === name);
}
