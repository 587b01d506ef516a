/** What is used here of an environment of jest, whichever it is. */
export interface TestEnvironment {
  readonly global: object & { process: Pick<NodeJS.Process, 'env' | 'exit'> };
  readonly fakeTimersModern: { useRealTimers(): void } | null;
  teardown(): Promise<void>;
}

export interface EnvironmentConfig {
  readonly projectConfig: {
    readonly id: string;
    readonly globals: object;
    readonly testEnvironmentOptions: object;
  };
}

export interface EnvironmentContext {
  readonly console: Console;
}

type EnvironmentClass<E, C, X> = new (config: C, context: X) => E;

/** What of an environment is about the test file of the moment. */
interface Moment {
  console: Console;
}

interface Lasting {
  readonly environment: TestEnvironment;
  readonly moment: Moment;
}

/** What jest keeps of a test file on the global object: its tests, handlers, matchers (jest-circus/src/types.ts). */
const OF_JEST =
  /^(?:JEST_|EVENT_HANDLERS|RETRY_|LOG_ERRORS_|WAIT_BEFORE_|TEST_TIMEOUT_|\$\$jest)/;

/** The environments of this process, by class and configuration. */
const lasting = new Map<object, Map<string, Lasting>>();

/**
 * One environment for all test files of a process that have the same configuration, instead of one for each: so that the
 * dependencies loaded into it can stay (see `LastingModulesRuntime`).
 *
 * @param tidy - called at the end of each test file, to remove what its tests have left in the environment
 */
export function lastingEnvironment<
  E extends TestEnvironment,
  C extends EnvironmentConfig,
  X extends EnvironmentContext,
>(
  Environment: EnvironmentClass<E, C, X>,
  config: C,
  context: X,
  tidy: (environment: E) => void = () => {},
): E {
  const { id, globals, testEnvironmentOptions } = config.projectConfig;
  const key = JSON.stringify([id, globals, testEnvironmentOptions]);
  const ofClass = lasting.get(Environment) ?? new Map<string, Lasting>();
  lasting.set(Environment, ofClass);
  const known = ofClass.get(key);
  if (known) {
    known.moment.console = context.console;
    return known.environment as E;
  }
  const moment: Moment = { console: context.console };
  const environment = new Environment(config, {
    ...context,
    console: consoleOf(moment),
  });
  const restore = tidying(environment);
  environment.teardown = async () => {
    environment.fakeTimersModern?.useRealTimers();
    tidy(environment);
    restore();
  };
  ofClass.set(key, { environment, moment });
  return environment;
}

function consoleOf(moment: Moment): Console {
  return new Proxy({} as Console, {
    get: (_, name) => Reflect.get(moment.console, name),
  });
}

/** Puts back what jest and tests change in any environment: variables of the process, its exit, jest's own state. */
function tidying({ global }: TestEnvironment): () => void {
  const { process } = global;
  const { exit } = process;
  const variables = { ...process.env };
  return () => {
    process.exit = exit;
    for (const name of Object.keys(process.env)) {
      if (!(name in variables)) delete process.env[name];
    }
    Object.assign(process.env, variables);
    for (const symbol of Object.getOwnPropertySymbols(global)) {
      if (OF_JEST.test(symbol.description ?? '')) {
        Reflect.deleteProperty(global, symbol);
      }
    }
  };
}
