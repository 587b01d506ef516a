import { formatAbsolute, formatRelative, timeOf } from '../format/formatTime';
import { useNow } from '../hooks/useNow';

/** `4 min ago`, with the exact time on hover. A dash where there is no time. */
export function RelativeTime(props: { at: string | undefined }) {
  const { at } = props;
  const time = timeOf(at);
  const young = time !== undefined && Math.abs(Date.now() - time) < 120_000;
  const now = useNow(young ? 1_000 : 5_000);
  if (!at || time === undefined) {
    return <span>–</span>;
  }
  return (
    <time dateTime={at} title={formatAbsolute(at)}>
      {formatRelative(at, now)}
    </time>
  );
}
