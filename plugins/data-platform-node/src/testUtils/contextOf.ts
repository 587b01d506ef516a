import { AssessContext } from '../integration';
import { KubernetesObject } from '../kubernetes';
import { ResourceDefinition } from '../integration';

/** A point in time for tests. */
export const TEST_NOW = Date.parse('2026-11-22T12:00:00Z');

/** A context for a verdict: no evidence but what is given. */
export function contextOf(
  overrides: Partial<AssessContext> = {},
): AssessContext {
  const now = overrides.now ?? TEST_NOW;
  return {
    now,
    firstSeen: now - 60_000,
    pods: [],
    events: [],
    quotas: [],
    limitRanges: [],
    claims: [],
    children: [],
    ...overrides,
  };
}

/** The object as verdicts see it: what the host adds, and what `keep` lets through. */
export function projected(
  definition: ResourceDefinition<any>,
  object: KubernetesObject,
): KubernetesObject {
  const { apiVersion, kind, metadata } = object;
  return { apiVersion, kind, metadata, ...definition.keep(object) };
}
