/** What of an element a selector may ask for. */
export interface Named {
  localName: string;
  classNames: ReadonlySet<string>;
  /** @param name - as it is written, in upper or lower case */
  hasAttribute(name: string): boolean;
}

interface Compound {
  type?: string;
  classNames: readonly string[];
  attributes: readonly string[];
}

const ATTRIBUTE =
  /\[\s*([\w-]+)\s*(?:[~^$*]?=\s*(?:"[^"]*"|'[^']*'|[\w-]+)\s*[is]?\s*)?\]/g;
const ARGUMENTS = /\([^()]*\)/;
/** Nothing but types, classes, ids, pseudo-classes, combinators, and attributes as `|name|`. */
const PLAIN = /^[\w\s.#:>+~,*|-]+$/;
/** The part of a selector that is about the element itself: behind the last combinator. */
const LAST = /[^\s>+~]*$/;
const CLASS = /\.([\w-]+)/g;
const TYPE = /^[A-Za-z][\w-]*/;
const NAME = /\|([\w-]+)\|/g;

const parsed = new Map<string, readonly Compound[] | undefined>();

/**
 * Whether a selector could match an element, from the element's name, classes and attributes alone. False is certain;
 * true is to be looked at. As browsers do it, before they look at anything else.
 */
export function mayMatch(selector: string, element: Named): boolean {
  if (!parsed.has(selector)) parsed.set(selector, parse(selector));
  const compounds = parsed.get(selector);
  return (
    compounds === undefined ||
    compounds.some(
      ({ type, classNames, attributes }) =>
        (type === undefined || type === element.localName.toLowerCase()) &&
        classNames.every(name => element.classNames.has(name)) &&
        attributes.every(
          name =>
            element.hasAttribute(name) ||
            element.hasAttribute(name.toLowerCase()),
        ),
    )
  );
}

/** Undefined for what is not plain: that is left to who knows all of the syntax. */
function parse(selector: string): readonly Compound[] | undefined {
  if (selector.includes('|')) return undefined;
  let plain = selector.replace(ATTRIBUTE, '|$1|');
  // What a pseudo-class is given, narrows no further than the classes beside it.
  while (ARGUMENTS.test(plain)) plain = plain.replace(ARGUMENTS, '');
  if (!PLAIN.test(plain)) return undefined;
  return plain.split(',').map(complex => {
    const compound = LAST.exec(complex.trim())?.[0] ?? '';
    return {
      type: TYPE.exec(compound)?.[0].toLowerCase(),
      classNames: Array.from(compound.matchAll(CLASS), ([, name]) => name),
      attributes: Array.from(compound.matchAll(NAME), ([, name]) => name),
    };
  });
}
