import { formatDuration } from '../format/formatDuration';
import { secondsBetween } from '../format/formatTime';
import { useNow } from '../hooks/useNow';

/**
 * How long something took, or has taken so far when `end` is open.
 * @param seconds - known length; wins over start and end
 */
export function Duration(props: {
  seconds?: number;
  start?: string;
  end?: string;
}) {
  const open = props.seconds === undefined && !!props.start && !props.end;
  const now = useNow(open ? 1_000 : 60_000);
  const seconds = props.seconds ?? secondsBetween(props.start, props.end, now);
  return <span>{seconds === undefined ? '–' : formatDuration(seconds)}</span>;
}
