import { MASK } from '@millrace/backstage-plugin-data-platform-common';

/** Lengths are bounded throughout: a line of one long word would else take minutes. */
const NAME =
  '[\\w.-]{0,200}(?:passw(?:or)?d|passphrase|secret|token|access[._-]?key|api[._-]?key|private[._-]?key|credentials?)[\\w.-]{0,200}';

/** Forms that are secrets wherever they stand, each with what is kept of it. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic|Negotiate)\s+[\w+/=.~-]{8,}/gi, `$1 ${MASK}`],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/g, MASK],
  [/\bgh[pousr]_[A-Za-z0-9]{20,}\b/g, MASK],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, MASK],
  [
    /((?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]*):[^\s/@]+@/gi,
    `$1:${MASK}@`,
  ],
  [
    /([?&](?:X-Amz-(?:Signature|Credential|Security-Token)|sig)=)[^&\s"']+/gi,
    `$1${MASK}`,
  ],
];

/** `password=x`, `"password": "x"`, `--db-password x`, `fs.s3a.secret.key -> x`. Quoted values may hold spaces. */
const NAMED = new RegExp(
  `((?:^|[^\\w.-])["']?${NAME}["']?\\s*(?:=>|->|=|:)\\s*)("(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|\\$\\{[^}]*\\}|[^\\s,;}"'&]+)`,
  'gi',
);
const FLAG = new RegExp(`(\\s--?${NAME}\\s+)([^\\s-][^\\s]*)`, 'gi');
/** Values that say nothing: no value, a switch, a reference that is filled in elsewhere. */
const HARMLESS =
  /^["']?(null|none|true|false|undefined|\*+|\$\{[^}]*\}|)["']?$/i;

/** One line with obvious secrets masked. The rest stays as it is. */
export function redactLine(line: string): string {
  return redactAndTell(line, () => {});
}

/** The same, and tells each value that a name gave away. */
export function redactAndTell(
  line: string,
  tell: (secret: string) => void,
): string {
  let text = line;
  for (const [form, instead] of FORMS) text = text.replace(form, instead);
  const mask = (whole: string, lead: string, value: string) => {
    if (HARMLESS.test(value) || value.startsWith(MASK)) return whole;
    tell(value);
    return lead + MASK;
  };
  return text.replace(NAMED, mask).replace(FLAG, mask);
}
