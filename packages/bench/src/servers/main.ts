import { clusterNames } from '../content/Layout';
import { monotonic } from '../process/monotonic';
import { answerQuestions } from '../process/questions';
import { Scale, SCALES } from '../Scale';
import { ApiServer } from './ApiServer';
import { paced } from './paced';
import { RequestLog } from './RequestLog';

/** A status write: which object, and {@link monotonic} time just before the write. */
export interface Change {
  uid: string;
  at: number;
}

/** All API servers as one process: name of the scale as argument; ends on SIGTERM. */
async function main(scale: Scale): Promise<void> {
  const log = new RequestLog();
  log.start();
  const servers: ApiServer[] = [];
  process.once('SIGTERM', () => {
    void Promise.allSettled(servers.map(server => server.stop())).then(() =>
      process.exit(0),
    );
  });
  let ready = () => {};
  const started = new Promise<void>(resolve => {
    ready = resolve;
  });
  answerQuestions({
    addresses: async () => {
      await started;
      return servers.map(server => server.address);
    },
    requests: () => log.counts,
    change: async ({
      count,
      perSecond,
    }: {
      count: number;
      perSecond: number;
    }) => {
      const changes: Change[] = [];
      await paced(count, perSecond, index => {
        const server = servers[index % servers.length];
        const at = monotonic();
        changes.push({ uid: server.completeOne(), at });
      });
      return changes;
    },
  });
  for (const cluster of clusterNames(scale)) {
    servers.push(await ApiServer.start(scale, cluster));
  }
  ready();
}

main(SCALES[process.argv[2] as Scale['name']]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
