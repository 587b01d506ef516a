import { mockServices } from '@backstage/backend-test-utils';
import { DataPlatformIntegration } from '@millrace/backstage-plugin-data-platform-node';
import { tokenCredentials } from '../../clusters/Credentials';
import {
  HttpClusterConnection,
  HttpClusterOptions,
} from '../../clusters/HttpClusterConnection';
import { RunningSources, startSources } from '../startSources';
import { ObjectSink } from '../types';
import { BusyConnection } from './BusyConnection';
import { FakeApiServer } from './FakeApiServer';
import { ManualClock, until } from './ManualClock';
import { RecordingSink } from './RecordingSink';
import { sparkIntegration } from './sparkIntegration';

/** The read side on fake clusters, with a clock that the test drives. */
export class SourcesHarness {
  readonly clock = new ManualClock();
  readonly sink = new RecordingSink();
  readonly logger = mockServices.logger.mock();
  readonly connections: BusyConnection[] = [];
  readonly #servers: FakeApiServer[] = [];
  sources!: RunningSources;

  connect(
    server: FakeApiServer,
    options: Partial<HttpClusterOptions> = {},
  ): this {
    server.now = () => this.clock.now();
    this.#servers.push(server);
    this.connections.push(
      new BusyConnection(
        new HttpClusterConnection({
          name: 'eu-1',
          url: server.url,
          credentials: tokenCredentials('t'),
          clock: this.clock,
          ...options,
        }),
      ),
    );
    return this;
  }

  start(
    integrations: readonly DataPlatformIntegration[] = [sparkIntegration],
    sink: ObjectSink = this.sink,
  ): this {
    this.sources = startSources({
      connections: this.connections,
      unsupported: [],
      integrations,
      sink,
      logger: this.logger,
      signal: new AbortController().signal,
      clock: this.clock,
      random: () => 0.5,
    });
    return this;
  }

  /** Lets time pass until `expected` holds: only while every request has its answer, or never gets one. */
  async passUntil(expected: () => unknown, stepMs = 250): Promise<void> {
    await until(expected, {
      tick: () => {
        if (this.#pending() <= this.#hung()) {
          this.clock.advance(stepMs);
        }
      },
    });
  }

  #pending(): number {
    return this.connections.reduce((sum, { pending }) => sum + pending, 0);
  }

  #hung(): number {
    return this.#servers.reduce((sum, { hung }) => sum + hung, 0);
  }

  /** Waits until the watch of a resource is open. */
  async watching(server: FakeApiServer, plural: string): Promise<void> {
    await until(() => server.watching.some(each => each.plural === plural));
  }

  async stop(): Promise<void> {
    await this.sources?.stop();
    await Promise.all(this.connections.map(each => each.close()));
  }
}
