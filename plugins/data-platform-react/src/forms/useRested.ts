import { useEffect, useState } from 'react';

/** Typing must not ask the server for every letter: this long it has to rest. */
export const TYPING_MS = 250;

/** The value once it has rested: what is asked for while it is typed. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), TYPING_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
