import { createHash } from 'node:crypto';
import { LakeFsError, notFound } from '../../model/LakeFsError';
import { GarbageCollectionRules } from '../../model/Repository';
import { parameters } from '../parameters';
import {
  Answer,
  bodyOf,
  Call,
  NO_CONTENT,
  repositoryOf,
  Route,
} from '../Route';
import { schemaRef } from '../schemas';

const REPOSITORY = '/repositories/{repository}';
const PROTECTION = `${REPOSITORY}/settings/branch_protection`;
const GC_RULES = `${REPOSITORY}/settings/gc_rules`;

/** Of the rules as they are; empty when none was ever set. */
function etagOf(patterns: readonly string[] | undefined): string {
  return patterns
    ? createHash('sha256').update(JSON.stringify(patterns)).digest('hex')
    : '';
}

function protectionAnswer(call: Call): Answer {
  const { protectedBranches } = repositoryOf(call).settings;
  return {
    status: 200,
    json: (protectedBranches ?? []).map(pattern => ({ pattern })),
    headers: { etag: etagOf(protectedBranches) },
  };
}

/** Which branches are protected, and how long removed objects are kept. */
export const settingRoutes: readonly Route[] = [
  { method: 'GET', path: PROTECTION, handle: protectionAnswer },
  {
    method: 'GET',
    path: `${REPOSITORY}/branch_protection`,
    handle: protectionAnswer,
  },
  {
    method: 'PUT',
    path: PROTECTION,
    parameters: { 'If-Match': parameters.header },
    body: { items: schemaRef('BranchProtectionRule'), type: 'array' },
    handle(call) {
      const { query } = call;
      const ifMatch = query.text('If-Match');
      if (query.has('If-Match') && ifMatch === '') {
        return {
          status: 400,
          raw: "Invalid format for parameter If-Match: parameter 'If-Match' is empty, can't bind its value\n",
          headers: {
            'content-type': 'text/plain; charset=utf-8',
            'x-content-type-options': 'nosniff',
          },
        };
      }
      const repository = repositoryOf(call);
      const { settings } = repository;
      if (ifMatch && ifMatch !== etagOf(settings.protectedBranches)) {
        throw new LakeFsError(412, 'Precondition failed');
      }
      const rules = bodyOf<{ pattern: string }[]>(call);
      const patterns = rules.map(({ pattern }) => pattern);
      repository.putSettings({
        ...settings,
        protectedBranches: [...new Set(patterns)].sort(),
      });
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    path: `${REPOSITORY}/branch_protection/set_allowed`,
    handle(call) {
      repositoryOf(call);
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    path: GC_RULES,
    handle(call) {
      const { garbageCollection: rules } = repositoryOf(call).settings;
      if (!rules) throw notFound();
      const branches = rules.branches.map(({ branchId, retentionDays }) => ({
        branch_id: branchId,
        retention_days: retentionDays,
      }));
      return {
        status: 200,
        json: {
          branches: branches.length > 0 ? branches : null,
          default_retention_days: rules.defaultRetentionDays,
        },
      };
    },
  },
  {
    method: 'PUT',
    path: GC_RULES,
    body: schemaRef('GarbageCollectionRules'),
    handle(call) {
      const repository = repositoryOf(call);
      const { branches, default_retention_days: days } = bodyOf<{
        default_retention_days: number;
        branches: Parameters<typeof toRule>[0][];
      }>(call);
      repository.putSettings({
        ...repository.settings,
        garbageCollection: {
          defaultRetentionDays: days,
          branches: branches.map(toRule),
        },
      });
      return NO_CONTENT;
    },
  },
  {
    method: 'DELETE',
    path: GC_RULES,
    handle(call) {
      const repository = repositoryOf(call);
      const { garbageCollection: _, ...settings } = repository.settings;
      repository.putSettings(settings);
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    path: `${REPOSITORY}/gc/rules/set_allowed`,
    handle(call) {
      repositoryOf(call);
      return NO_CONTENT;
    },
  },
];

function toRule(rule: {
  branch_id: string;
  retention_days: number;
}): GarbageCollectionRules['branches'][number] {
  return { branchId: rule.branch_id, retentionDays: rule.retention_days };
}
