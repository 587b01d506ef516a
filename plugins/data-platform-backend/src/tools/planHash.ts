import {
  OperationRequest,
  Plan,
} from '@millrace/backstage-plugin-data-platform-common';
import { contentHash } from '../entities/normalForm';

/**
 * What a person agrees to when they agree to a plan: the request, all steps with their objects, and what was found. The
 * names that objects get anew at every look (a run is named after the time) are no part of it.
 */
export function planHash(request: OperationRequest, plan: Plan): string {
  const { idempotencyKey: _key, ...asked } = request;
  let text = JSON.stringify([asked, plan]);
  for (const name of madeNames(plan, JSON.stringify(asked))) {
    text = text.replaceAll(name, '*');
  }
  return contentHash(text).slice(0, 32);
}

/** Names of objects that the plan makes, but those that the request itself gives; the longest first. */
function madeNames(plan: Plan, asked: string): string[] {
  return plan.steps
    .filter(({ verb }) => verb === 'create')
    .map(({ object }) => (object?.metadata as { name?: unknown })?.name)
    .filter((name): name is string => typeof name === 'string' && name !== '')
    .filter(name => !asked.includes(JSON.stringify(name)))
    .sort((a, b) => b.length - a.length);
}
