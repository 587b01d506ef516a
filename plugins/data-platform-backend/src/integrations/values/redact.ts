/** Both begin with what is rare: a pattern that begins with any word would cost the square of a long word's length. */
const SECRET =
  /((?:password|passwd|secret|token|access[._-]?key|credential)[\w.-]{0,60}\s{0,8}[=:]\s{0,8})("[^"]*"|[^\s,;]+)/gi;
const USER_IN_URL = /:\/\/[^\s/@]+@/g;

/** spark-submit may repeat its settings in its output; their values are no part of a cause. */
export function redact(message: string): string {
  return message.replace(SECRET, '$1***').replace(USER_IN_URL, '://***@');
}
