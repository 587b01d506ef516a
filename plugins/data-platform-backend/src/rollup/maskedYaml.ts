import {
  maskSecrets,
  parseManifest,
} from '@millrace/backstage-plugin-data-platform-common';
import { stringify } from 'yaml';
import { redactLine } from '../redaction/redactLine';

/** A manifest as text without its secrets. One that is not valid YAML stays as it was written, line by line redacted. */
export function maskedYaml(text: string): string {
  const manifest = parseManifest(text);
  return manifest.ok
    ? stringify(maskSecrets(manifest.value))
    : text.split('\n').map(redactLine).join('\n');
}
