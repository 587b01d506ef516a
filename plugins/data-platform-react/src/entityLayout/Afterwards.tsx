import { ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * What a page can do without for a moment: drawn, and what it asks the backend sent, once the rest of the page is
 * there; and drawn in pieces, so that an answer which comes meanwhile is shown at once.
 */
export function Afterwards(props: { children: ReactNode }) {
  const [now, setNow] = useState(false);
  useEffect(() => startTransition(() => setNow(true)), []);
  return now ? <>{props.children}</> : <span hidden aria-busy="true" />;
}
