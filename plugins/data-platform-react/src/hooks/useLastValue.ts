import { useEffect, useState } from 'react';

/** The value, or the last one that was there. */
export function useLastValue<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  useEffect(() => {
    if (value !== undefined) {
      setLast(value);
    }
  }, [value]);
  return value ?? last;
}
