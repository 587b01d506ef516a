import { ReactNode } from 'react';

/** A line of text with what was searched for marked; never HTML. */
export function LogText(props: { text: string; search: string }) {
  const { text, search } = props;
  if (!search) {
    return <span>{text}</span>;
  }
  const lower = text.toLowerCase();
  const parts: ReactNode[] = [];
  let from = 0;
  for (
    let at = lower.indexOf(search);
    at >= 0;
    at = lower.indexOf(search, from)
  ) {
    parts.push(text.slice(from, at));
    from = at + search.length;
    parts.push(<mark key={at}>{text.slice(at, from)}</mark>);
  }
  parts.push(text.slice(from));
  return <span>{parts}</span>;
}
