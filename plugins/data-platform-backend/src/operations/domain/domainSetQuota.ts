import {
  Finding,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { OperationDefinition, PlanContext, refusedPlan } from '../definition';
import { errorAt } from '../findings';
import { findPreset, QUOTA_PRESETS } from '../presets';
import { mustAdminister } from '../requirements';
import { DomainPlace, domainTarget } from './domainTarget';
import { Guardrail, GuardrailPlan, planGuardrail } from './guardrail';

const QUOTA: Guardrail = {
  kind: 'ResourceQuota',
  plural: 'resourcequotas',
  name: 'domain',
  noun: 'quota',
};

const input = z
  .strictObject({
    preset: z.string().max(40).optional(),
    /** Quantities by resource; those that are not named stay as they are. */
    hard: z
      .record(
        z
          .string()
          .max(200)
          .regex(
            /^[a-z0-9]([-a-zA-Z0-9./]*[a-z0-9])?$/,
            'This is no resource of a quota.',
          ),
        z
          .string()
          .max(40)
          .refine(
            text => (parseQuantity(text) ?? -1) >= 0,
            'Give a quantity, for example 16, 500m or 64Gi.',
          ),
      )
      .optional(),
  })
  .refine(
    ({ preset, hard }) => preset !== undefined || hard !== undefined,
    'Choose a size, or give quantities.',
  );

type Input = z.infer<typeof input>;

/**
 * Sets the quota of a domain's namespaces. No team holds that right on its own namespace: the identity that makes
 * domains does it, after the portal has asked whether the person administers the platform.
 */
export const domainSetQuota: OperationDefinition<Input> = {
  id: 'domain:set-quota',
  title: 'Set quota',
  requires: [mustAdminister('set the quota of a data domain')],
  input,
  async plan(values, context) {
    const target = await domainTarget(context);
    const title = `Set the quota of ${context.request.entityRef}`;
    if ('findings' in target) return refusedPlan(title, target.findings);
    const { domain, places } = target;
    const preset = values.preset ? findPreset(values.preset) : undefined;
    if (values.preset && !preset) {
      const ids = QUOTA_PRESETS.map(({ id }) => id).join(', ');
      return refusedPlan(title, [
        errorAt(
          'preset',
          `There is no size "${values.preset}".`,
          `Choose one of: ${ids}.`,
        ),
      ]);
    }
    const planned = await Promise.all(
      places.map(place => planAt(place, preset?.hard, values.hard, context)),
    );
    const steps = planned.flatMap(each => each.steps);
    const findings = planned.flatMap(each => each.findings);
    const same = steps.length === 0 && findings.length === 0;
    return {
      title,
      entityRef: domain.entityRef,
      subject: `quota:${domain.entityRef}`,
      findings: same
        ? [
            errorAt(
              values.preset ? 'preset' : 'hard',
              'That is the quota as it is.',
            ),
          ]
        : findings,
      requirements: [],
      steps,
    };
  },
};

async function planAt(
  place: DomainPlace,
  preset: Readonly<Record<string, string>> | undefined,
  hard: Readonly<Record<string, string>> | undefined,
  context: PlanContext,
): Promise<GuardrailPlan> {
  let after: Record<string, string> = {};
  const plan = await planGuardrail(
    QUOTA,
    place,
    spec => {
      const before = (spec.hard ?? {}) as Record<string, string>;
      after = { ...(preset ?? before), ...hard };
      return { ...spec, hard: after };
    },
    context,
  );
  return plan.steps.length > 0
    ? { ...plan, findings: exceeded(place, after, context) }
    : plan;
}

/** What is in use already and would not be allowed any more: it goes on, but nothing new starts. */
function exceeded(
  { source, namespace }: DomainPlace,
  hard: Readonly<Record<string, string>>,
  { services }: PlanContext,
): Finding[] {
  const used = services.index
    .quotas(source, namespace)
    .find(({ name }) => name === QUOTA.name)?.used;
  return Object.entries(hard).flatMap(([resource, limit]) => {
    const now = used?.[resource];
    const over =
      now !== undefined &&
      (parseQuantity(now) ?? 0) > (parseQuantity(limit) ?? Infinity);
    return over
      ? {
          level: 'warning' as const,
          field: `hard.${resource}`,
          message: `${now} of ${resource} are in use in namespace ${namespace}, and ${limit} would be allowed: what runs goes on, and nothing new starts until less is in use.`,
        }
      : [];
  });
}
