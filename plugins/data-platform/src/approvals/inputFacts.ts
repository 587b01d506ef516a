import { Fact } from '@millrace/backstage-plugin-data-platform-common';

/** Longer texts are the business of the operation's own page. */
const LONGEST = 300;
/** Ids of commits and the like, as far as people tell them apart by. */
const PIN = 12;

/** What the operation was told, one fact a value: approvers read what they approve. */
export function inputFacts(
  input: Readonly<Record<string, unknown>> | undefined,
): Fact[] {
  return Object.entries(input ?? {}).flatMap(([key, value]) => {
    const text = textOf(value);
    return text === undefined
      ? []
      : [{ key: `input.${key}`, label: labelOf(key), value: text }];
  });
}

/** What was looked at when it was asked for. */
export function pinFacts(pins: Readonly<Record<string, string>>): Fact[] {
  return Object.entries(pins).map(([key, value]) => ({
    key: `pin.${key}`,
    label: `${labelOf(key)}, as looked at`,
    value: /^[0-9a-f]{40,}$/.test(value) ? value.slice(0, PIN) : value,
  }));
}

/** `maxRetries` as `Max retries`. */
function labelOf(key: string): string {
  const words = key
    .replace(/[-_]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, (_, end, start) => `${end} ${start}`)
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value === '' ? undefined : value.slice(0, LONGEST);
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'yes' : 'no';
    default:
      return Array.isArray(value)
        ? value.map(textOf).filter(Boolean).join(', ').slice(0, LONGEST) ||
            undefined
        : undefined;
  }
}
