import { Scale } from '../Scale';
import { Figures } from './Figures';
import { Machine } from './machine';
import { TargetResult } from './targets';

/** One size. */
export interface Run {
  scale: Scale;
  /** How long it took. */
  seconds: number;
  figures: Figures;
}

/** What goes into the JSON file. */
export interface Report {
  /** RFC 3339. */
  at: string;
  machine: Machine;
  /** In the order in which they were measured. */
  runs: Run[];
  targets: TargetResult[];
}
