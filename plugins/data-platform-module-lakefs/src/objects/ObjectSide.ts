/** Where to look at an object. */
export interface ObjectSide {
  /** Branch, tag or commit. */
  ref: string;
  /** What that is to the reader: `On main`. */
  title: string;
}
