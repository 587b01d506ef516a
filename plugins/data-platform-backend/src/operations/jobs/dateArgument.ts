import { dateText, dateTimeText } from '../series/seriesDates';

const SLOT = /\{(date|datetime)\}/;
const SLOTS = /\{(date|datetime)\}/g;
const IS_DATE = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/;

/** What is wrong with a pattern such as `--date={date}`, as a sentence; undefined for a good one. */
export function dateArgumentProblem(pattern: string): string | undefined {
  if (!SLOT.test(pattern)) {
    return `"${pattern.slice(
      0,
      80,
    )}" has no place for the date. Write {date} or {datetime} where it belongs, for example --date={date}.`;
  }
  return pattern.trim().split(/\s+/).length > 2
    ? 'Give one argument, or a name and its value, for example --date {date}.'
    : undefined;
}

/**
 * Arguments with the date put in. An argument that begins like the pattern is replaced; of a pattern in two words
 * (`--date {date}`) the value behind that name is; a bare `{date}` replaces the first argument that is a date. Where
 * there is none, it is appended.
 */
export function withDateArgument(
  args: readonly string[],
  pattern: string,
  date: Date,
): string[] {
  const values = { date: dateText(date), datetime: dateTimeText(date) };
  const fill = (text: string) =>
    text.replace(SLOTS, (_slot, name: 'date' | 'datetime') => values[name]);
  const words = pattern.trim().split(/\s+/);
  const result = [...args];
  if (words.length === 2) {
    const at = result.indexOf(words[0]);
    if (at < 0) return [...result, ...words.map(fill)];
    result[at + 1] = fill(words[1]);
    return result;
  }
  const [word] = words;
  const prefix = word.slice(0, word.search(SLOT));
  const at = result.findIndex(each =>
    prefix ? each.startsWith(prefix) : IS_DATE.test(each),
  );
  if (at < 0) return [...result, fill(word)];
  result[at] = fill(word);
  return result;
}
