import { mockServices } from '@backstage/backend-test-utils';
import { ClusterRequest, ClusterResponse } from '../clusters/types';
import { runId } from '../history/runId';
import { LogTail } from '../history/types';
import { FakeCluster, response } from '../http/__testUtils__/FakeCluster';
import { resource } from '../http/__testUtils__/rows';
import { ManualClock, settle } from '../sources/__testUtils__/ManualClock';
import { FailedLogKeeper } from './FailedLogKeeper';

const run = {
  attempt: 's1',
  logPod: { name: 'orders-driver', container: 'main', uid: 'pod-1' },
};
const LOG = '/api/v1/namespaces/sales/pods/orders-driver/log';

/** A keeper on one cluster, and what it kept. */
function keeper(
  answer: (
    request: ClusterRequest,
  ) => ClusterResponse | Promise<ClusterResponse>,
  signal: AbortSignal = new AbortController().signal,
) {
  const cluster = new FakeCluster();
  cluster.answer = answer;
  const clock = new ManualClock();
  const logger = mockServices.logger.mock();
  const kept = new Map<string, LogTail>();
  const logs = new FailedLogKeeper({
    history: { recordLog: (id, tail) => void kept.set(id, tail) },
    connection: source => (source === 'eu-1' ? cluster : undefined),
    logger,
    clock,
    signal,
  });
  const keep = async (name: string, of: object = run) => {
    logs.keep(resource({ name }).row, of as typeof run);
    await settle();
  };
  const of = (name: string) => kept.get(runId('eu-1', `uid-${name}`, 's1'));
  return { cluster, clock, logger, keep, of, logs };
}

const isLog = ({ path }: ClusterRequest) => path.endsWith('/log');
const pod = (uid: string) => response(200, { metadata: { uid } });

describe('FailedLogKeeper', () => {
  it('keeps the last lines, redacted, as the portal', async () => {
    const { keep, of, cluster } = keeper(request =>
      isLog(request) ? response(200, 'boom\npassword=hunter2') : pod('pod-1'),
    );
    await keep('orders');
    expect(cluster.requests[0]).toMatchObject({
      path: LOG,
      query: { container: 'main', tailLines: 200 },
    });
    expect(cluster.requests.every(({ as }) => as === undefined)).toBe(true);
    expect(of('orders')).toEqual({ text: 'boom\npassword=***' });
  });

  it('never takes the log of the next attempt for that of the one that failed', async () => {
    const { keep, of } = keeper(request =>
      isLog(request) ? response(200, 'all is well') : pod('pod-2'),
    );
    await keep('orders');
    expect(of('orders')).toEqual({
      missing: expect.stringContaining('made again for the next attempt'),
    });
  });

  it.each([
    ['is gone by then', () => response(404, { kind: 'Status' })],
    ['may not be read', () => response(403, { kind: 'Status' })],
    [
      'does not answer',
      () => {
        throw new Error('reset');
      },
    ],
  ])('keeps the log where the pod %s', async (_, answer) => {
    const { keep, of } = keeper(request =>
      isLog(request) ? response(200, 'boom') : answer(),
    );
    await keep('orders');
    expect(of('orders')).toEqual({ text: 'boom' });
  });

  it.each([
    [204, '', 'The driver never got a node'],
    [200, '\n', 'The driver wrote nothing.'],
    [400, '{}', 'never started'],
    [404, '{}', 'was gone before its log could be read'],
    [
      200,
      'unable to retrieve container logs for containerd://f7553c6760',
      'was gone before its log could be read',
    ],
    [500, 'oops', 'could not give the log (HTTP 500)'],
  ])('says why there is none: %d %j', async (status, body, words) => {
    const { keep, of, clock } = keeper(() => response(status, body));
    await keep('orders');
    clock.advance(1_000);
    await settle();
    expect(of('orders')).toEqual({ missing: expect.stringContaining(words) });
  });

  it('names the rule that lacks, asks no more for ten minutes, and tells the log once', async () => {
    const { keep, of, cluster, clock, logger } = keeper(() =>
      response(403, { kind: 'Status', message: 'forbidden' }),
    );
    for (const name of ['a', 'b', 'c']) await keep(name);
    expect(cluster.requests).toHaveLength(1);
    expect(logger.info).toHaveBeenCalledTimes(1);
    for (const name of ['a', 'b', 'c']) {
      expect(of(name)).toEqual({
        missing:
          'The portal\'s account may not read logs in namespace sales of cluster eu-1: it lacks "get" on "pods/log". A cluster administrator grants it with examples/rbac/opt-in/portal-logs-and-numbers.yaml.',
      });
    }
    clock.advance(10 * 60_000 + 1);
    await keep('d');
    expect(cluster.requests).toHaveLength(2);
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('tries once more after bad luck, and no oftener', async () => {
    let asked = 0;
    const { keep, of, clock, cluster } = keeper(request => {
      if (!isLog(request)) return pod('pod-1');
      asked += 1;
      if (asked === 1) throw new Error('reset');
      return response(200, 'boom');
    });
    await keep('a');
    expect(of('a')).toBeUndefined();
    clock.advance(1_000);
    await settle();
    expect(of('a')).toEqual({ text: 'boom' });

    cluster.answer = () => {
      throw new Error('refused');
    };
    cluster.requests.length = 0;
    await keep('b');
    clock.advance(60_000);
    await settle();
    expect(cluster.requests).toHaveLength(2);
    expect(of('b')).toEqual({
      missing:
        'Cluster eu-1 did not answer in time when the portal asked for the log.',
    });
  });

  it('reads two at a time, and gives up the oldest when too many fail at once', async () => {
    const release: (() => void)[] = [];
    const { logs, cluster, of } = keeper(
      request =>
        new Promise(resolve => {
          release.push(() =>
            resolve(isLog(request) ? response(200, 'boom') : pod('pod-1')),
          );
        }),
    );
    for (let n = 0; n < 203; n += 1) {
      logs.keep(resource({ name: `r${n}` }).row, run);
    }
    await settle();
    expect(cluster.requests).toHaveLength(2);
    expect(of('r2')).toEqual({
      missing: expect.stringContaining('So many runs failed at once'),
    });
    while (release.length > 0) {
      release.splice(0).forEach(each => each());
      await settle(5);
    }
    expect(of('r202')).toEqual({ text: 'boom' });
  });

  it('says so where there never was a driver', async () => {
    const { keep, of, cluster } = keeper(() => response(200, 'x'));
    await keep('orders', { attempt: 's1' });
    expect(of('orders')).toEqual({
      missing: expect.stringContaining('No driver pod was ever seen'),
    });
    expect(cluster.requests).toEqual([]);
  });

  it('does nothing at the end', async () => {
    const { keep, of, cluster } = keeper(
      () => response(200, 'x'),
      AbortSignal.abort(),
    );
    await keep('orders');
    expect(of('orders')).toBeUndefined();
    expect(cluster.requests).toEqual([]);
  });
});
