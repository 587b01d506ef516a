import { Part } from '@millrace/backstage-plugin-data-platform-common';
import { IndexedResource } from '../store/types';

const HARMLESS = new Set(['succeeded', 'cancelled']);
/**
 * Quota and policies are what bounds the parts. A branch is there to try things: that one fails says nothing of the data
 * that others read; its repository is the part.
 */
const NO_PARTS = new Set(['capacity', 'guardrail', 'branch']);

/**
 * A live object that belongs to no job, as a part of its product or domain. Runs that ended without harm, or that a newer
 * one has superseded, are none.
 */
export function partOfRow({ row }: IndexedResource): Part[] {
  if (NO_PARTS.has(row.nature)) return [];
  const { health, message, nextStep, since, outcome } = row.assessment;
  if (row.superseded) return [];
  if (row.nature === 'run' && outcome && HARMLESS.has(outcome)) return [];
  return [
    {
      resourceId: row.id,
      title: row.name,
      health,
      message,
      ...(row.entityRef && { entityRef: row.entityRef }),
      ...(nextStep && { nextStep }),
      ...(since && { since }),
    },
  ];
}
