import { rawKind } from '../../operations/notebooks/__testUtils__/rawKind';
import { ManualClock } from '../../store/ManualClock';
import { workspaceKind } from '../options/workspaceKind';
import { WorkspaceKinds } from './WorkspaceKinds';

const settled = () => new Promise(setImmediate);

describe('WorkspaceKinds', () => {
  it('are read once in five minutes, in the background, and kept when that fails', async () => {
    const clock = new ManualClock(0);
    const read = jest.fn(async (_source: string) => [
      workspaceKind(rawKind(), {})!,
    ]);
    const kinds = new WorkspaceKinds(read, clock);
    const look = () => kinds.of('eu-1', 'jupyterlab')?.title;
    expect([look(), look()]).toEqual([undefined, undefined]);
    await settled();
    expect(look()).toBe('JupyterLab');
    clock.advance(299_000);
    expect(look()).toBe('JupyterLab');
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRejectedValueOnce(new Error('away'));
    clock.advance(1_000);
    look();
    await settled();
    expect(look()).toBe('JupyterLab');
    expect(read).toHaveBeenCalledTimes(2);
    expect(kinds.of('eu-1', 'gone')).toBeUndefined();
  });
});
