import { LogState } from './useLog';

/** Where the reading of a log stands, in words. */
export function logSentence(log: LogState, running: boolean): string {
  const dropped =
    log.dropped > 0
      ? ` ${log.dropped.toLocaleString()} older lines are not shown; download for all.`
      : '';
  const count = `${log.lines.length.toLocaleString()} lines.`;
  switch (log.phase) {
    case 'reading':
      return 'Reading …';
    case 'following':
      return `Following. ${count}${dropped}`;
    case 'crowded':
      return `${count} Not followed: as many logs as may be are followed already.${dropped}`;
    case 'ended':
      return `${count}${running ? '' : ' The container has ended.'}${dropped}`;
    default:
      return '';
  }
}

/** What stands in place of the lines while there are none. */
export function emptyLog(log: LogState, running: boolean): string {
  if (log.phase === 'reading') {
    return '';
  }
  return running
    ? 'The container has written nothing yet. Lines appear here as they come.'
    : 'The container has written nothing.';
}
