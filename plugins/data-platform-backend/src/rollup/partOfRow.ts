import { Part } from '@millrace/backstage-plugin-data-platform-common';
import { IndexedResource } from '../store/types';

const HARMLESS = new Set(['succeeded', 'cancelled']);

/**
 * A live object that belongs to no job, as a part of its product or domain. Runs that ended without harm, or that a newer
 * one has superseded, are none; quota and policies are what bounds the parts, not parts.
 */
export function partOfRow({ row }: IndexedResource): Part[] {
  if (row.nature === 'capacity' || row.nature === 'guardrail') return [];
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
