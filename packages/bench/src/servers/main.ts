import { clusterNames } from '../content/Layout';
import { monotonic } from '../process/monotonic';
import { answerQuestions } from '../process/questions';
import { Scale, SCALES } from '../Scale';
import { ApiServer } from './ApiServer';
import { Gate, GateState } from './Gate';
import { paced } from './paced';
import { RequestLog } from './RequestLog';

/** A status write: which object, and {@link monotonic} time just before the write. */
export interface Change {
  uid: string;
  at: number;
}

/** What is to be changed, and how fast. */
export interface ChangeOrder {
  count: number;
  perSecond: number;
  /** Not on the first cluster, which has a gate before it. */
  elsewhere?: boolean;
}

/** All API servers as one process: name of the scale as argument; ends on SIGTERM. */
async function main(scale: Scale): Promise<void> {
  const log = new RequestLog();
  log.start();
  const servers: ApiServer[] = [];
  const gate = new Gate();
  process.once('SIGTERM', () => {
    void Promise.allSettled([
      gate.stop(),
      ...servers.map(server => server.stop()),
    ]).then(() => process.exit(0));
  });
  let ready = () => {};
  const started = new Promise<void>(resolve => {
    ready = resolve;
  });
  answerQuestions({
    addresses: async () => {
      await started;
      return servers.map((server, index) =>
        index === 0 ? { ...server.address, url: gate.url } : server.address,
      );
    },
    requests: () => log.counts,
    resetRequests: () => log.reset(),
    gate: (state: GateState) => gate.set(state),
    change: async ({ count, perSecond, elsewhere }: ChangeOrder) => {
      const changes: Change[] = [];
      const changed = elsewhere ? servers.slice(1) : servers;
      await paced(count, perSecond, index => {
        const server = changed[index % changed.length];
        const at = monotonic();
        changes.push({ uid: server.completeOne(), at });
      });
      return changes;
    },
  });
  for (const cluster of clusterNames(scale)) {
    servers.push(await ApiServer.start(scale, cluster));
  }
  await gate.start(Number(new URL(servers[0].address.url).port));
  ready();
}

main(SCALES[process.argv[2] as Scale['name']]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
