import {
  LakefsCheck,
  LakefsConflictPage,
  LakefsDiff,
  LakefsDiffGroup,
  LakefsDiffGroups,
  LakefsDiffPage,
  LakefsHook,
  LakefsPreview,
} from '@millrace/backstage-plugin-data-platform-common';
import { NOW } from './branchFixtures';

export const BASE = 'ba5e'.padEnd(64, '0');
const HOUR = 3_600_000;

/** A group of a difference without its objects. */
export function groupFixture(
  prefix: string,
  patch: Partial<LakefsDiffGroup> = {},
): LakefsDiffGroup {
  return {
    prefix,
    counts: { added: 2, changed: 1 },
    objects: 3,
    addedBytes: 3 * 1024,
    removedBytes: 0,
    more: false,
    ...patch,
  };
}

/** Groups with their sums. */
export function groupsFixture(
  groups: LakefsDiffGroup[],
  patch: Partial<LakefsDiffGroups> = {},
): LakefsDiffGroups {
  const sum = (of: (group: LakefsDiffGroup) => number) =>
    groups.reduce((total, group) => total + of(group), 0);
  return {
    groups,
    objects: sum(({ objects }) => objects),
    addedBytes: sum(({ addedBytes }) => addedBytes),
    removedBytes: sum(({ removedBytes }) => removedBytes),
    more: groups.some(({ more }) => more),
    base: BASE,
    ...patch,
  };
}

/** An object that differs. */
export function diffFixture(
  path: string,
  type: LakefsDiff['type'] = 'added',
): LakefsDiff {
  return {
    path,
    type,
    path_type: 'object',
    size_bytes: type === 'removed' ? 0 : 2_048,
  };
}

/** A page of objects in one group. */
export function diffPageFixture(
  prefix: string,
  items: LakefsDiff[],
  next?: string,
): LakefsDiffPage {
  return {
    groups:
      items.length > 0
        ? [{ ...groupFixture(prefix), objects: items.length, items }]
        : [],
    count: items.length,
    ...(next && { next }),
  };
}

/** What can be seen of a CSV. */
export function previewFixture(
  patch: Partial<LakefsPreview> = {},
): LakefsPreview {
  return {
    path: 'tables/orders/a.csv',
    size: 2_048,
    modifiedAt: NOW - HOUR,
    contentType: 'text/csv',
    checksum: 'd41d8cd98f00b204',
    kind: 'table',
    truncated: false,
    columns: ['id', 'name'],
    rows: [['1', 'Bolts']],
    ...patch,
  };
}

/** Two objects that both sides changed, each in its own way. */
export function conflictsFixture(
  patch: Partial<LakefsConflictPage> = {},
): LakefsConflictPage {
  return {
    base: BASE,
    searchedAll: true,
    items: [
      {
        path: 'tables/customers/data/a.parquet',
        source: { did: 'changed', sizeBytes: 4_096 },
        destination: {
          did: 'removed',
          commit: {
            id: '8'.repeat(64),
            message: 'Drop <i>old</i> customers',
            at: NOW - HOUR,
            committer: 'admin',
            user: 'user:default/nils',
            metadata: {},
          },
        },
      },
      {
        path: 'tables/customers/metadata/v3.json',
        source: { did: 'added', sizeBytes: 10 },
        destination: {
          did: 'added',
          sizeBytes: 12,
          commit: {
            id: '9'.repeat(64),
            message: 'Load',
            at: NOW,
            committer: 'admin',
            metadata: {},
          },
        },
      },
    ],
    ...patch,
  };
}

/** A run of actions. */
export function checkFixture(
  id: string,
  patch: Partial<LakefsCheck> = {},
): LakefsCheck {
  return {
    id,
    branch: 'price-as-text',
    event: 'pre-commit',
    status: 'completed',
    startedAt: NOW - 2 * HOUR,
    endedAt: NOW - 2 * HOUR + 4_000,
    commit: '5'.repeat(64),
    url: `https://lake.example/actions/${id}`,
    ...patch,
  };
}

/** Hooks of a run, as lakeFS tells them: in the order they were to run. */
export function hooksFixture(): LakefsHook[] {
  return [
    {
      id: 'h-1',
      action: 'orders contract',
      hook: 'has_schema',
      status: 'completed',
      startedAt: NOW,
      endedAt: NOW + 1_000,
      output: '',
      truncated: false,
    },
    {
      id: 'h-2',
      action: 'orders contract',
      hook: 'price_is_decimal',
      status: 'failed',
      startedAt: NOW,
      endedAt: NOW + 2_000,
      message: 'price is text',
      output: 'HTTP/1.1 422\n<html><script>alert(1)</script></html>',
      truncated: true,
    },
    {
      id: 'h-3',
      action: 'orders contract',
      hook: 'is_fresh',
      status: 'skipped',
      output: '',
      truncated: false,
    },
  ];
}
