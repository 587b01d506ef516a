import { NotebookOptions } from '@millrace/backstage-plugin-data-platform-common';
import { ClaimEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { record, text, texts } from '../../sources/fields';

/** Annotations by which a cluster marks the class that claims get which name none. */
const DEFAULT_CLASS = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

/** Storage classes, the default first. */
export function storageClassOptions(
  objects: readonly unknown[],
): NotebookOptions['storageClasses'] {
  return objects
    .flatMap(raw => {
      const meta = record(record(raw).metadata);
      const name = text(meta.name);
      const annotations = texts(meta.annotations);
      const isDefault = DEFAULT_CLASS.some(key => annotations[key] === 'true');
      return name ? [{ name, isDefault }] : [];
    })
    .sort(
      (a, b) =>
        Number(b.isDefault) - Number(a.isDefault) || (a.name < b.name ? -1 : 1),
    );
}

/** Volumes that a server may mount. */
export function volumeOptions(
  claims: readonly ClaimEvidence[],
  usedBy: (claim: string) => readonly string[],
): NotebookOptions['volumes'] {
  return claims
    .filter(({ deletingSince }) => deletingSince === undefined)
    .map(claim => {
      const size = claim.capacity ?? claim.requested;
      return {
        name: claim.name,
        phase: claim.phase,
        accessModes: [...claim.accessModes],
        ...(size && { size }),
        ...(claim.storageClass && { storageClass: claim.storageClass }),
        usedBy: [...usedBy(claim.name)].sort(),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
