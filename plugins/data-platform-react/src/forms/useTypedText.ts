import { useEffect, useRef, useState } from 'react';
import { TYPING_MS } from './useRested';

/**
 * Text of a search field, applied once typing rests.
 *
 * @param applied - what is in force; shown when it changes from elsewhere
 * @param apply - gets the text without space around it, or undefined where there is none
 */
export function useTypedText(
  applied: string | undefined,
  apply: (text: string | undefined) => void,
): [string, (text: string) => void] {
  const inForce = applied ?? '';
  const [text, setText] = useState(inForce);
  const latest = useRef(apply);
  useEffect(() => {
    latest.current = apply;
  });
  useEffect(() => setText(inForce), [inForce]);
  useEffect(() => {
    if (text === inForce) {
      return undefined;
    }
    const timer = setTimeout(
      () => latest.current(text.trim() || undefined),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [text, inForce]);
  return [text, setText];
}
