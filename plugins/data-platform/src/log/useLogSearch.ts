import { useMemo, useState } from 'react';
import { LogLine } from './LogBuffer';

/** A search in a log: what is looked for, which lines have it, and at which of them one is. */
export interface LogSearch {
  text: string;
  setText: (text: string) => void;
  /** What is looked for, ready to compare; empty when nothing is. */
  needle: string;
  /** Show nothing but lines that have it. */
  only: boolean;
  setOnly: (only: boolean) => void;
  /** The lines to show. */
  shown: readonly LogLine[];
  /** Numbers of the lines that have it. */
  found: readonly number[];
  /** Which of them, counted from 0; undefined before the first step. */
  at: number | undefined;
  /** One on, or back; from the last to the first and the other way. */
  step: (by: 1 | -1) => void;
}

/** Searches lines as they come; upper and lower case are one. */
export function useLogSearch(lines: readonly LogLine[]): LogSearch {
  const [text, setText] = useState('');
  const [only, setOnly] = useState(false);
  // The line, not its place: older lines leave while one reads.
  const [current, setCurrent] = useState<number>();
  const needle = text.trim().toLowerCase();
  const matching = useMemo(
    () =>
      needle
        ? lines.filter(line => line.text.toLowerCase().includes(needle))
        : [],
    [lines, needle],
  );
  const found = useMemo(() => matching.map(line => line.number), [matching]);
  const place = current === undefined ? -1 : found.indexOf(current);
  const step = (by: 1 | -1) => {
    if (found.length === 0) {
      return;
    }
    const from = place < 0 && by < 0 ? 0 : place;
    setCurrent(found[(from + by + found.length) % found.length]);
  };
  return {
    text,
    setText(next) {
      setText(next);
      setCurrent(undefined);
    },
    needle,
    only,
    setOnly,
    shown: only && needle ? matching : lines,
    found,
    at: place < 0 ? undefined : place,
    step,
  };
}
