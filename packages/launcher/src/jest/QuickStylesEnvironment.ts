import BackstageEnvironment from '@backstage/cli-module-test-jest/config/jest-environment-jsdom/index.js';
import { implForWrapper } from 'jsdom/lib/jsdom/living/generated/utils.js';
import { mayMatch, Named } from './mayMatch';

type Check = (selector: string, element: ElementInside) => unknown;

/** An element and its document as jsdom has them inside. */
interface ElementInside {
  localName: string;
  _ownerDocument: DocumentInside;
  getAttributeNS(namespace: null, name: string): string | null;
  hasAttribute(name: string): boolean;
}

interface DocumentInside {
  _domSelector: { check: Check };
  /** The declarations that apply to its elements; another object, or none, as soon as anything attached has changed. */
  _styleCache: object | null;
}

const NO_MATCH = { match: false, pseudoElement: null };

/**
 * The environment of Backstage, in which `getComputedStyle` is cheap: what is visible and how things are named is asked
 * of every element by every query and every look of axe, and jsdom tries all rules of all sheets on each, every time.
 * Here a rule whose classes an element does not have is not tried, and an answer holds until something changes. The
 * answers are the same.
 */
export class QuickStylesEnvironment extends BackstageEnvironment {
  constructor(...args: ConstructorParameters<typeof BackstageEnvironment>) {
    super(...args);
    const { window } = this.dom;
    tryLess(implForWrapper(window.document) as DocumentInside);
    askOnce(window);
  }
}

function tryLess({ _domSelector: selectors }: DocumentInside): void {
  const check = selectors.check;
  let asked: ElementInside | undefined;
  let classes = '';
  let named: Named | undefined;
  selectors.check = (selector, element) => {
    const now = element.getAttributeNS(null, 'class') ?? '';
    if (named === undefined || element !== asked || now !== classes) {
      asked = element;
      classes = now;
      named = {
        localName: element.localName,
        classNames: new Set(now.split(/\s+/)),
        hasAttribute: name => element.hasAttribute(name),
      };
    }
    return mayMatch(selector, named) ? check(selector, element) : NO_MATCH;
  };
}

function askOnce(window: Pick<Window, 'getComputedStyle'>): void {
  const compute = window.getComputedStyle;
  const known = new WeakMap<
    object,
    WeakMap<ElementInside, CSSStyleDeclaration>
  >();
  window.getComputedStyle = (element, pseudo) => {
    const inside = implForWrapper(element) as ElementInside | undefined;
    if (!inside || pseudo || !element.isConnected) {
      return compute(element, pseudo);
    }
    const document = inside._ownerDocument;
    const before =
      document._styleCache && known.get(document._styleCache)?.get(inside);
    if (before) return before;
    const style = compute(element);
    const now = document._styleCache;
    if (now) {
      const styles = known.get(now) ?? new WeakMap();
      known.set(now, styles.set(inside, style));
    }
    return style;
  };
}
