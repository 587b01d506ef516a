import {
  EnvironmentConfig,
  EnvironmentContext,
  lastingEnvironment,
} from './lastingEnvironment';

const config = (id: string, options: object = {}): EnvironmentConfig => ({
  projectConfig: { id, globals: {}, testEnvironmentOptions: options },
});

const consoleFor = (lines: string[]): EnvironmentContext => ({
  console: { ...console, error: (line: string) => lines.push(line) },
});

class Environment {
  static readonly ended: Environment[] = [];
  readonly global = {
    process: {
      env: { HOME: '/home' } as Record<string, string | undefined>,
      exit: process.exit,
    },
  };
  readonly fakeTimersModern = { useRealTimers: jest.fn() };
  readonly console: Console;

  constructor(_: EnvironmentConfig, context: EnvironmentContext) {
    this.console = context.console;
  }

  async teardown() {
    Environment.ended.push(this);
  }
}

const environmentOf = (
  id: string,
  context = consoleFor([]),
  tidy?: (environment: Environment) => void,
) => lastingEnvironment(Environment, config(id), context, tidy);

describe('lastingEnvironment', () => {
  it('serves every test file of one configuration, and no other', () => {
    const first = environmentOf('node');
    expect(environmentOf('node')).toBe(first);
    expect(environmentOf('page')).not.toBe(first);
    expect(
      lastingEnvironment(
        Environment,
        config('node', { url: 'http://other/' }),
        consoleFor([]),
      ),
    ).not.toBe(first);
  });

  it('is another one for another class', () => {
    class Other extends Environment {}
    const other = lastingEnvironment(Other, config('node'), consoleFor([]));
    expect(other).toBeInstanceOf(Other);
    expect(environmentOf('node')).not.toBe(other);
  });

  it('writes what it has to say to the test file of the moment', () => {
    const before: string[] = [];
    const now: string[] = [];
    const environment = environmentOf('console', consoleFor(before));
    environmentOf('console', consoleFor(now));
    const { console: told } = environment;
    told.error('not implemented');
    expect([before, now]).toEqual([[], ['not implemented']]);
  });

  it('outlives the end of a test file, without what that has changed', async () => {
    const tidied: Environment[] = [];
    const environment = environmentOf('tidy', consoleFor([]), it =>
      tidied.push(it),
    );
    const { global } = environment;
    global.process.env.HOME = '/elsewhere';
    global.process.env.ADDED = 'yes';
    global.process.exit = (() => {}) as typeof process.exit;
    const handlers = Symbol.for('EVENT_HANDLERS');
    const state = Symbol('JEST_STATE_SYMBOL');
    const ofDependency = Symbol.for('undici.globalDispatcher.1');
    Object.assign(global, { [handlers]: [], [state]: {}, [ofDependency]: {} });

    await environment.teardown();

    expect(global.process.env).toEqual({ HOME: '/home' });
    expect(global.process.exit).toBe(process.exit);
    expect(Object.getOwnPropertySymbols(global)).toEqual([ofDependency]);
    expect(environment.fakeTimersModern.useRealTimers).toHaveBeenCalled();
    expect(tidied).toEqual([environment]);
    expect(Environment.ended).toEqual([]);
    expect(environmentOf('tidy')).toBe(environment);
  });
});
