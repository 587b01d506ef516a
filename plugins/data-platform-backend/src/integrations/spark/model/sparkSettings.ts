import { CommonSettings, PodSettings } from '../../pods/podSettings';
import { SparkRole } from './sparkSize';

/** Where a person changes something in a definition: paths and keys as they stand in a sentence, without backticks. */
export interface SparkSettings
  extends Readonly<Record<SparkRole, PodSettings>>,
    CommonSettings {
  mainFile: string;
  mainClass: string;
  arguments: string;
  batchScheduler: string;
}
