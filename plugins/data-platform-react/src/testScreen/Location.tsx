import { useLocation } from 'react-router-dom';

/** Shows tests where the router is. */
export function Location() {
  const { pathname, search } = useLocation();
  return (
    <output data-testid="location" aria-label="Location">
      {pathname}
      {search}
    </output>
  );
}
