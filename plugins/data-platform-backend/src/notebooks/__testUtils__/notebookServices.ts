import { ConfigReader } from '@backstage/config';
import { NotebookPlanServices } from '../NotebookPlanServices';
import { ClusterGpus } from '../options/GpuReader';
import { LivePart } from '../options/LiveOptions';
import { PodDefaultOption } from '../options/podDefaults';
import { WorkspaceKindFacts } from '../options/workspaceKind';
import { NotebookSettings } from '../settings/NotebookSettings';
import { readNotebookSettings } from '../settings/readNotebookSettings';

/** Settings as `dataPlatform.notebooks` would make them. */
export function settingsWith(notebooks?: object): NotebookSettings {
  return readNotebookSettings(
    new ConfigReader({ dataPlatform: notebooks ? { notebooks } : {} } as any),
  );
}

/** What a cluster has for notebook servers, set by tests; what is an Error cannot be read. */
export class FakeNotebookServices implements NotebookPlanServices {
  settings!: NotebookSettings;
  offers!: ClusterGpus | Error;
  kindFacts!: WorkspaceKindFacts[] | Error;
  defaultOptions!: PodDefaultOption[] | Error;
  classes!: { name: string; isDefault: boolean }[] | Error;

  constructor() {
    this.reset();
  }

  /** A cluster with a storage class and nothing else. */
  reset(): void {
    this.settings = settingsWith();
    this.offers = { offers: [] };
    this.kindFacts = [];
    this.defaultOptions = [];
    this.classes = [{ name: 'standard', isDefault: true }];
  }

  readonly gpus = { of: async () => given(this.offers) };
  readonly live = {
    kinds: async () => given(this.kindFacts),
    podDefaults: async (): Promise<LivePart<PodDefaultOption>> => ({
      value: given(this.defaultOptions),
    }),
    storageClasses: async () => ({ value: given(this.classes) }),
  };
}

function given<T>(value: T | Error): T {
  if (value instanceof Error) throw value;
  return value;
}
