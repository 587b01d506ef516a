import { field } from '../../values/field';
import { Kept } from '../../values/pick';

/** Settings of Spark, each with the only shape that is kept: a switch, a size or a name, never free text. */
export type ConfShapes = Readonly<Record<string, RegExp>>;

const SWITCH = /^(true|false)$/;
export const COUNT_SHAPE = /^\d{1,5}$/;
/** `2g`, `512m`. */
export const SIZE_SHAPE = /^\d{1,9}[a-z]{0,2}$/;

/** Where Spark's own numbers are read. */
export const NUMBERS_CONF: ConfShapes = {
  'spark.eventLog.enabled': SWITCH,
  'spark.ui.enabled': SWITCH,
  'spark.ui.port': COUNT_SHAPE,
};

/** How many executors there are to be. */
export const ALLOCATION_CONF: ConfShapes = {
  'spark.dynamicAllocation.enabled': SWITCH,
  'spark.dynamicAllocation.initialExecutors': COUNT_SHAPE,
  'spark.dynamicAllocation.minExecutors': COUNT_SHAPE,
  'spark.dynamicAllocation.maxExecutors': COUNT_SHAPE,
  'spark.executor.instances': COUNT_SHAPE,
};

/** The settings that verdicts need, of `sparkConf` of a specification. */
export function pickConf(spec: unknown, shapes: ConfShapes): Kept {
  const kept: Kept = {};
  for (const [key, shape] of Object.entries(shapes)) {
    const value = field(spec, 'sparkConf', key);
    if (typeof value === 'string' && shape.test(value)) {
      kept[key] = value;
    }
  }
  return kept;
}
