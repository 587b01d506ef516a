import { Fact } from '@millrace/backstage-plugin-data-platform-common';
import { plain } from '../values/plain';

/** Makes a fact, or none where there is no value. */
export function fact(
  key: string,
  label: string,
  value: string | false | undefined,
  warning = false,
): readonly Fact[] {
  const text = value ? plain(value, 200) : '';
  return text ? [{ key, label, value: text, ...(warning && { warning }) }] : [];
}
