import { useEffect } from 'react';

/**
 * Asks again in steps, while somebody looks: for what no stream tells of. Whoever comes back to the page is not left
 * with what is older than a step.
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
    let missed = false;
    const step = () => {
      missed = document.visibilityState === 'hidden';
      if (!missed) {
        refresh();
      }
    };
    const catchUp = () => missed && step();
    const timer = setInterval(step, ms);
    document.addEventListener('visibilitychange', catchUp);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', catchUp);
    };
  }, [refresh, ms]);
}
