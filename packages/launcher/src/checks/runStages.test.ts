import { runStages } from './runStages';
import { Step, StepResult } from './Step';

const PASSED: StepResult = { passed: 1, failed: 0 };

/** A check that ends when it is told to. */
function held(name: string): Step & { end(result?: StepResult): void } {
  let end: (result: StepResult) => void = () => {};
  const result = new Promise<StepResult>(resolve => {
    end = resolve;
  });
  return { name, run: () => result, end: (with_ = PASSED) => end(with_) };
}

const tick = () => new Promise(resolve => setImmediate(resolve));

describe('the checks of npm test', () => {
  const told: string[] = [];
  const tell = (text: string) => told.push(text.replace(/ in \d+ s$/, ''));

  beforeEach(() => {
    told.length = 0;
  });

  it('run side by side in lanes, and one after another in a lane', async () => {
    const [types, lint, unit, late] = ['types', 'lint', 'unit', 'late'].map(
      held,
    );
    const running = runStages([[[types, unit], [lint]], [[late]]], [], tell);
    await tick();
    expect(told).toEqual(['types ...', 'lint ...']);
    types.end();
    await tick();
    expect(told.slice(2)).toEqual([
      'ok  types: 1 passed, 0 failed',
      'unit ...',
    ]);
    unit.end();
    await tick();
    // The next stage waits for every lane.
    expect(told).not.toContain('late ...');
    lint.end();
    await tick();
    expect(told.at(-1)).toBe('late ...');
    late.end({ passed: 2, failed: 0, skipped: 3 });
    expect(await running).toEqual({ passed: 5, failed: 0, skipped: 3 });
  });

  it('tell the report of a failure in one piece, and go on', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `line ${index}`);
    const wrong: Step = {
      name: 'wrong',
      run: async () => ({ passed: 4, failed: 2, report: lines.join('\n') }),
    };
    const broken: Step = {
      name: 'broken',
      run: async () => {
        throw new Error('no such program');
      },
    };
    const right: Step = { name: 'right', run: async () => PASSED };
    const totals = await runStages([[[wrong, broken, right]]], [], tell);
    expect(totals).toEqual({ passed: 5, failed: 3, skipped: 0 });
    expect(told[1].split('\n').slice(0, 1)).toEqual(['line 100']);
    expect(told[1]).toMatch(/line 299\nFAILED {2}wrong: 4 passed, 2 failed/);
    expect(told[3]).toContain('no such program');
    expect(told[5]).toBe('ok  right: 1 passed, 0 failed');
  });

  it('are those that the words name', async () => {
    const ran: string[] = [];
    const steps = ['types', 'lint', 'unit tests'].map(name => ({
      name,
      run: async () => {
        ran.push(name);
        return PASSED;
      },
    }));
    await runStages([[steps]], ['unit', 'lin'], tell);
    expect(ran).toEqual(['lint', 'unit tests']);
  });
});
