import { Clock, RunningLakeFs, startLakeFsSandbox } from '@millrace/sandbox';
import { runLakeFsConformance } from './runLakeFsConformance';

const SPEED = 20;

/** What takes seconds by design (rules that take effect late, hooks that hang) takes a part of one. */
class FastClock implements Clock {
  private readonly start = Date.now();

  now(): number {
    return this.start + (Date.now() - this.start) * SPEED;
  }

  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(run, ms / SPEED);
    return () => clearTimeout(timer);
  }
}

describe('the conformance suite of lakeFS', () => {
  let lakeFs: RunningLakeFs;

  beforeAll(async () => {
    lakeFs = await startLakeFsSandbox({ clock: new FastClock() });
  });
  afterAll(() => lakeFs.stop());

  const connection = () => ({
    endpoint: lakeFs.url,
    accessKeyId: lakeFs.accessKeyId,
    secretAccessKey: lakeFs.secretAccessKey,
  });

  it('passes against the sandbox, skips nothing and leaves nothing behind', async () => {
    const { results } = await runLakeFsConformance({
      connection: connection(),
    });
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect([...lakeFs.server.repositories.list()]).toEqual([]);
  }, 120_000);

  it('says so when the key is wrong', async () => {
    const wrong = { ...connection(), secretAccessKey: 'wrong' };
    await expect(runLakeFsConformance({ connection: wrong })).rejects.toThrow(
      /does not let the suite in: 401 error authenticating request/,
    );
  });

  it('says so when nobody answers', async () => {
    const nobody = { ...connection(), endpoint: 'http://127.0.0.1:9' };
    await expect(runLakeFsConformance({ connection: nobody })).rejects.toThrow(
      /The lakeFS server at http:\/\/127\.0\.0\.1:9 does not answer/,
    );
  });
});
