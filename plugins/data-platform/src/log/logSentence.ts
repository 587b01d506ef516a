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
      return `${count} Not followed: this browser follows two logs already.${dropped}`;
    case 'ended':
      if (log.lines.length === 0) {
        return 'The container has written nothing yet.';
      }
      return `${count}${running ? '' : ' The container has ended.'}${dropped}`;
    default:
      return '';
  }
}
