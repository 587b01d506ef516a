import {
  PlatformResource,
  severity,
} from '@millrace/backstage-plugin-data-platform-common';
import { ResourceQuery } from './types';

export type RowOrder = (a: PlatformResource, b: PlatformResource) => number;

// Kubernetes names are ASCII: plain comparison is right, and many times faster than collation.
function text(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function startOf(row: PlatformResource): string {
  return row.startedAt ?? row.createdAt;
}

/** History stands behind all that is present, however it ended. */
function present(row: PlatformResource): number {
  return row.superseded ? -1 : severity(row.assessment.health);
}

const byName: RowOrder = (a, b) =>
  text(a.name, b.name) ||
  text(a.namespace ?? '', b.namespace ?? '') ||
  text(a.source, b.source) ||
  text(a.id, b.id);

/** The orders of a list. All are total, so that pages never overlap. @see ResourceQuery.sort */
export const ROW_ORDERS: Readonly<Record<ResourceQuery['sort'], RowOrder>> = {
  severity: (a, b) =>
    present(b) - present(a) || text(startOf(b), startOf(a)) || byName(a, b),
  name: byName,
  startedAt: (a, b) => text(startOf(a), startOf(b)) || byName(a, b),
  kind: (a, b) =>
    text(a.kind, b.kind) || text(a.group, b.group) || byName(a, b),
  domain: (a, b) =>
    text(a.domainRef ?? '\uffff', b.domainRef ?? '\uffff') || byName(a, b),
};
