import JestRuntime from 'jest-runtime';
import { statSync } from 'node:fs';
import { Script } from 'node:vm';

type Arguments = ConstructorParameters<typeof JestRuntime>;
type Environment = Arguments[1];
type CompiledModule = (...injected: readonly unknown[]) => void;

interface Transformed {
  readonly code: string;
  readonly sourceMapPath: string | null;
}

/** What of jest's runtime is overridden here and in the runtime built on this; Backstage's own overrides as much. */
interface Insides {
  _moduleRegistry: Map<
    string,
    { readonly loaded: boolean; readonly exports: unknown }
  >;
  readonly _fileTransforms: Map<string, Transformed>;
  readonly _sourceMapRegistry: Map<string, string>;
  createScriptFromCode(source: string, file: string): CompiledModule | null;
  constructInjectedModuleParameters(): readonly string[];
  unstable_shouldLoadAsEsm(file: string): boolean;
  transformFile(file: string, options?: { isInternalModule: boolean }): string;
  requireModuleOrMock(from: string, name: string): unknown;
  resolveModule(...asked: readonly unknown[]): Promise<unknown>;
  linkAndEvaluateModule(module: unknown): Promise<unknown>;
  _createJestObjectFor(file: string): object;
  teardown(): void;
}

const Runtime = JestRuntime as unknown as new (...args: Arguments) => Insides;

interface Compiled {
  source: string;
  script: Script;
}

/** What this process has compiled, by file. */
const compiled = new Map<string, Compiled>();

/** What this process has read of jest's cache of transformed texts, by way of transforming, file and age. */
const transformed = new Map<string, Transformed>();

/** Jest resolves it in the test that says it, so such a module is compiled for each test file as before. */
const DYNAMIC_IMPORT = /\bimport\s*\(/;

/**
 * Jest loads every module anew for every test file, each in a context of its own. Here it is also run anew, but read and
 * compiled once per process: a context gets functions and state of its own from the same script. Half of the time of the
 * tests of the backend was compiling.
 */
export default class SharedScriptsRuntime extends Runtime {
  readonly #environment: Environment;
  readonly #mayBeEsm: boolean;
  readonly #transformation: string;

  constructor(...args: Arguments) {
    super(...args);
    const [config, environment, , , , coverage] = args;
    this.#environment = environment;
    this.#mayBeEsm = config.extensionsToTreatAsEsm.includes('.mts');
    this.#transformation = `${config.id} ${coverage.collectCoverage}`;
  }

  override transformFile(
    file: string,
    options?: { isInternalModule: boolean },
  ) {
    if (options?.isInternalModule) return super.transformFile(file, options);
    const { mtimeMs, size } = statSync(file);
    const key = `${this.#transformation} ${file} ${mtimeMs} ${size}`;
    const known = transformed.get(key);
    if (!known) {
      const code = super.transformFile(file, options);
      const entry = this._fileTransforms.get(file);
      if (entry) transformed.set(key, entry);
      return code;
    }
    this._fileTransforms.set(file, known);
    if (known.sourceMapPath) {
      this._sourceMapRegistry.set(file, known.sourceMapPath);
    }
    return known.code;
  }

  // Plugins of the frontend are CommonJS in tests, whatever their dependencies offer: as in Backstage's runtime.
  override unstable_shouldLoadAsEsm(file: string): boolean {
    return this.#mayBeEsm && super.unstable_shouldLoadAsEsm(file);
  }

  override createScriptFromCode(source: string, file: string) {
    const context = this.#environment.getVmContext();
    if (context === null || DYNAMIC_IMPORT.test(source)) {
      return super.createScriptFromCode(source, file);
    }
    let known = compiled.get(file);
    if (known?.source !== source) {
      const script = this.#compile(source, file);
      // Jest tells people what is wrong with a text that does not compile.
      if (!script) return super.createScriptFromCode(source, file);
      known = { source, script };
      compiled.set(file, known);
    }
    return known.script.runInContext(context) as CompiledModule;
  }

  #compile(source: string, file: string): Script | undefined {
    const head = `(function(${this.constructInjectedModuleParameters()}){`;
    try {
      return new Script(`${head}${source}\n})`, {
        filename: file,
        columnOffset: -head.length,
      });
    } catch {
      return undefined;
    }
  }
}
