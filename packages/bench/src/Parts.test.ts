import { Parts } from './Parts';
import { PluginAlone } from './measure/pluginAlone';

const NEVER = () => new Promise<never>(() => {});
const alone = { completeMs: 1 } as PluginAlone;

function parts(times: { partMs?: number; allMs?: number } = {}) {
  const told: string[] = [];
  const stop = new AbortController();
  const taking = new Parts({
    stop: stop.signal,
    partMs: 60_000,
    allMs: 60_000,
    ...times,
    onStage: stage => told.push(stage),
  });
  return { taking, told, stop };
}

describe('the parts of a run', () => {
  it('are kept with the time that they took', async () => {
    const { taking, told } = parts();
    expect(await taking.take('alone', async () => alone)).toBe(true);
    expect(taking.figures).toEqual({
      alone,
      problems: {},
      seconds: { alone: 0 },
    });
    expect(told).toEqual(['B3, B5: the plugin alone ...', '  0 s']);
  });

  it('do not cost each other anything when one fails', async () => {
    const { taking, told } = parts();
    const failed = await taking.take('reads', async () => {
      throw new Error('GET /v1/summary was answered 500');
    });
    expect(failed).toBe(false);
    await taking.take('alone', async () => alone);
    expect(taking.figures.alone).toBe(alone);
    expect(taking.figures.problems).toEqual({
      reads: 'GET /v1/summary was answered 500',
    });
    expect(told).toContain('  not measured: GET /v1/summary was answered 500');
  });

  it('end when their time is over, whatever they wait for', async () => {
    const { taking } = parts({ partMs: 1 });
    await taking.take('streams', NEVER);
    expect(taking.figures.problems).toEqual({ streams: 'not in its time' });
  });

  it('are not begun when the time of all is over', async () => {
    const { taking } = parts({ allMs: 1 });
    await taking.take('streams', NEVER);
    const act = jest.fn();
    await taking.take('fanOut', act);
    const over = 'the time of the whole size was over';
    expect(taking.figures.problems).toEqual({ streams: over, fanOut: over });
    expect(act).not.toHaveBeenCalled();
  });

  it('stop when somebody stops the run', async () => {
    const { taking, stop } = parts();
    const taken = taking.take('outage', NEVER);
    stop.abort(new Error('Stopped.'));
    await expect(taken).rejects.toThrow('Stopped.');
    expect(taking.figures.problems).toEqual({});
  });
});
