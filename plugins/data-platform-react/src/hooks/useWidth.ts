import { RefObject, useEffect, useState } from 'react';

/** The width of an element in CSS pixels, kept current; `fallback` until it is known. */
export function useWidth(
  ref: RefObject<Element | null>,
  fallback: number,
): number {
  const [width, setWidth] = useState(fallback);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    let frame = 0;
    const observer = new ResizeObserver(([entry]) => {
      const next = Math.floor(entry.contentRect.width);
      // Not within the callback: what it changes would be observed again at once.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => next > 0 && setWidth(next));
    });
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [ref]);
  return width;
}
