function Plain() {}
Plain.prototype = Object.prototype;

/**
 * A plain object, of which many are kept. `{}` will not do for fields that are set one by one: the engine describes each
 * object by a shape that it shares with others of the same fields, and finds the shapes that begin with `{}` in a table of
 * bounded size, which maps of a cluster fill (names of pods as keys). From then on every such object has a shape of its
 * own, as large as itself. These begin elsewhere.
 */
export const PlainObject = Plain as unknown as new () => Record<
  string,
  unknown
>;
