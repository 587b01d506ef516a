import {
  Finding,
  NotebookOptions,
} from '@millrace/backstage-plugin-data-platform-common';
import { errorAt } from '../findings';
import { PlannedVolume } from './NotebookPlan';

/** New volumes of a class that the cluster does not have: their claims would wait for ever. */
export function storageClassFindings(
  volumes: readonly PlannedVolume[],
  classes: NotebookOptions['storageClasses'] | undefined,
): Finding[] {
  if (!classes) return [];
  return volumes.flatMap(({ create, field, claim }) => {
    if (!create) return [];
    const wanted = create.storageClass;
    if (wanted && !classes.some(({ name }) => name === wanted)) {
      const names = classes.map(({ name }) => name).join(', ');
      return [
        errorAt(
          field,
          `The cluster has no storage class ${wanted.slice(0, 100)}.`,
          names ? `Choose one of ${names}.` : 'Leave it out.',
        ),
      ];
    }
    if (wanted || classes.some(({ isDefault }) => isDefault)) return [];
    return [
      {
        level: 'warning' as const,
        field,
        message: `No storage class is the cluster's default, so volume ${claim} may wait for ever.`,
        remedy: 'Choose a storage class.',
      },
    ];
  });
}
