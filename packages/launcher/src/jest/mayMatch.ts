/** What of an element a selector may ask for. */
export interface Named {
  localName: string;
  classNames: ReadonlySet<string>;
}

interface Compound {
  type?: string;
  classNames: readonly string[];
}

/** Nothing but types, classes, ids, pseudo-classes without arguments and combinators; the rest is left to who knows all. */
const PLAIN = /^[\w\s.#:>+~,*-]+$/;
/** The part of a selector that is about the element itself: behind the last combinator. */
const LAST = /[^\s>+~]*$/;
const CLASS = /\.([\w-]+)/g;
const TYPE = /^[A-Za-z][\w-]*/;

const parsed = new Map<string, readonly Compound[] | undefined>();

/**
 * Whether a selector could match an element, from the element's name and classes alone. False is certain; true is to be
 * looked at. As browsers do it, before they look at anything else.
 */
export function mayMatch(selector: string, element: Named): boolean {
  if (!parsed.has(selector)) parsed.set(selector, parse(selector));
  const compounds = parsed.get(selector);
  return (
    compounds === undefined ||
    compounds.some(
      ({ type, classNames }) =>
        (type === undefined || type === element.localName.toLowerCase()) &&
        classNames.every(name => element.classNames.has(name)),
    )
  );
}

function parse(selector: string): readonly Compound[] | undefined {
  if (!PLAIN.test(selector)) return undefined;
  return selector.split(',').map(complex => {
    const compound = LAST.exec(complex.trim())?.[0] ?? '';
    return {
      type: TYPE.exec(compound)?.[0].toLowerCase(),
      classNames: Array.from(compound.matchAll(CLASS), ([, name]) => name),
    };
  });
}
