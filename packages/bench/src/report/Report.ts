import { Scale } from '../Scale';
import { Figures } from './Figures';
import { Machine } from './machine';
import { TargetResult } from './targets';

/** What goes into the JSON file. */
export interface Report {
  /** RFC 3339. */
  at: string;
  scale: Scale;
  machine: Machine;
  /** How long the run took. */
  seconds: number;
  figures: Figures;
  targets: TargetResult[];
}
