import {
  Fact,
  LakefsPreview,
} from '@millrace/backstage-plugin-data-platform-common';
import {
  formatAbsolute,
  formatBytes,
} from '@millrace/backstage-plugin-data-platform-react';

/** What is known of an object beside its content. */
export function previewFacts(preview: LakefsPreview): Fact[] {
  const { size, modifiedAt, contentType, checksum, rowCount } = preview;
  const facts: (Fact | undefined)[] = [
    size === undefined
      ? undefined
      : { key: 'size', label: 'Size', value: formatBytes(size) },
    rowCount === undefined
      ? undefined
      : { key: 'rows', label: 'Rows', value: rowCount.toLocaleString('en-US') },
    {
      key: 'modified',
      label: 'Written',
      value: formatAbsolute(new Date(modifiedAt).toISOString()),
    },
    contentType
      ? { key: 'type', label: 'Content type', value: contentType }
      : undefined,
    checksum
      ? { key: 'checksum', label: 'Checksum', value: checksum }
      : undefined,
  ];
  return facts.filter((fact): fact is Fact => fact !== undefined);
}
