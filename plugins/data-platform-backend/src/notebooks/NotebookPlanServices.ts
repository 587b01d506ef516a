import { GpuReader } from './options/GpuReader';
import { LiveOptions } from './options/LiveOptions';
import { NotebookSettings } from './settings/NotebookSettings';

/** What plans for notebook servers are made with. */
export interface NotebookPlanServices {
  readonly settings: NotebookSettings;
  readonly gpus: Pick<GpuReader, 'of'>;
  readonly live: Pick<LiveOptions, 'kinds' | 'podDefaults' | 'storageClasses'>;
}
