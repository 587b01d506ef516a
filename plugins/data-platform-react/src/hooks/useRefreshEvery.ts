import { useEffect } from 'react';

/**
 * Asks again in steps, while somebody looks: for what no stream tells of.
 * @param ms - length of a step; undefined pauses
 */
export function useRefreshEvery(
  refresh: () => void,
  ms: number | undefined,
): void {
  useEffect(() => {
    if (ms === undefined) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (document.visibilityState !== 'hidden') {
        refresh();
      }
    }, ms);
    return () => clearInterval(timer);
  }, [refresh, ms]);
}
