/** `12:03:30 UTC` */
export function clockTime(time: number): string {
  return Math.abs(time) <= 8.64e15
    ? `${new Date(time).toISOString().slice(11, 19)} UTC`
    : 'a time that cannot be told';
}
