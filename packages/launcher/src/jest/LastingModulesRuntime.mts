import type JestRuntime from 'jest-runtime';
import { isModuleToKeep, replacesModules } from './keptModules.mts';
import SharedScriptsRuntime from './SharedScriptsRuntime.mts';

type Arguments = ConstructorParameters<typeof JestRuntime>;
type Environment = Arguments[1];

interface LoadedModule {
  readonly loaded: boolean;
  readonly exports: unknown;
}

type Modules = Map<string, LoadedModule>;

/** The modules of dependencies that an environment has loaded so far, by file. */
const kept = new WeakMap<Environment, Modules>();

/** Who runs the test file of the moment in an environment. */
const current = new WeakMap<Environment, LastingModulesRuntime>();

/**
 * Where one environment serves several test files (see `lastingEnvironment`), what comes from `node_modules` is loaded
 * once for all of them; our own modules are loaded anew for each file as ever, so that no test sees their state from
 * another. Loading React, Material UI and Backstage took longer than the tests of most screens.
 *
 * A file that replaces modules (`jest.mock`) gets all of them anew.
 */
export default class LastingModulesRuntime extends SharedScriptsRuntime {
  readonly #environment: Environment;
  readonly #keeps: boolean;

  constructor(...args: Arguments) {
    super(...args);
    const [, environment, , , sources, , testFile] = args;
    this.#environment = environment;
    this.#keeps = !replacesModules(sources.get(testFile) ?? '');
    if (this.#keeps) this._moduleRegistry = new Map(kept.get(environment));
    current.set(environment, this);
  }

  override teardown(): void {
    if (this.#keeps) {
      const modules: Modules = kept.get(this.#environment) ?? new Map();
      for (const [file, loaded] of this._moduleRegistry) {
        if (!loaded.loaded || !isModuleToKeep(file)) continue;
        modules.set(file, loaded);
        forgetPage(file, loaded.exports);
      }
      kept.set(this.#environment, modules);
    }
    super.teardown();
  }

  // A kept module asks who loaded it for what it requires later; that has ended, and who runs now answers.

  override requireModuleOrMock(from: string, name: string): unknown {
    const now = this.#now();
    return now === this
      ? super.requireModuleOrMock(from, name)
      : now.requireModuleOrMock(from, name);
  }

  override resolveModule(...asked: readonly unknown[]): Promise<unknown> {
    const now = this.#now();
    return now === this
      ? super.resolveModule(...asked)
      : now.resolveModule(...asked);
  }

  override linkAndEvaluateModule(module: unknown): Promise<unknown> {
    const now = this.#now();
    return now === this
      ? super.linkAndEvaluateModule(module)
      : now.linkAndEvaluateModule(module);
  }

  override _createJestObjectFor(file: string): object {
    const own = super._createJestObjectFor(file);
    if (!isModuleToKeep(file)) return own;
    return new Proxy(own, {
      get: (_, name) => {
        const now = this.#now();
        const jest = now === this ? own : now._createJestObjectFor(file);
        return Reflect.get(jest, name);
      },
    });
  }

  #now(): LastingModulesRuntime {
    return current.get(this.#environment) ?? this;
  }
}

/**
 * What of a kept module is about the page of one test file: the element in which React Aria says things, made once, and
 * whether a person last used the pointer or the keyboard.
 */
const OF_ONE_PAGE: readonly [file: string, reset: string, ...unknown[]][] = [
  ['/live-announcer/', 'destroyAnnouncer'],
  ['/interactions/useFocusVisible.', 'setInteractionModality', null],
];

function forgetPage(file: string, exported: unknown): void {
  for (const [of, reset, ...given] of OF_ONE_PAGE) {
    const found: unknown =
      file.includes(of) && Reflect.get(exported as object, reset);
    if (typeof found === 'function') found(...given);
  }
}
