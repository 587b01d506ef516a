import {
  Finding,
  parseQuantity,
} from '@millrace/backstage-plugin-data-platform-common';
import { z } from 'zod';
import { OperationDefinition, refusedPlan } from '../definition';
import { errorAt } from '../findings';
import { mustAdminister } from '../requirements';
import { domainTarget } from './domainTarget';
import { Guardrail, planGuardrail } from './guardrail';

const LIMITS: Guardrail = {
  kind: 'LimitRange',
  plural: 'limitranges',
  name: 'defaults',
  noun: 'limits',
};

/** Which field of a LimitRange each limit is. */
const FIELD_OF = {
  request: 'defaultRequest',
  limit: 'default',
  max: 'max',
} as const;

const input = z.strictObject({
  /**
   * Quantities by what they limit: `request.cpu` and `request.memory` (what a container asks for that says nothing),
   * `limit.memory` (what it gets at most then), `max.cpu` and `max.memory` (what none may exceed). Those that are not named stay as they are.
   */
  limits: z
    .partialRecord(
      z.enum([
        'request.cpu',
        'request.memory',
        'limit.cpu',
        'limit.memory',
        'max.cpu',
        'max.memory',
      ]),
      z
        .string()
        .max(40)
        .refine(
          text => (parseQuantity(text) ?? -1) > 0,
          'Give a quantity above 0, for example 500m or 1Gi.',
        ),
      { error: 'Give at least one quantity.' },
    )
    .refine(
      limits => Object.keys(limits).length > 0,
      'Give at least one quantity.',
    ),
});

type Limits = z.infer<typeof input>['limits'];
type ContainerLimits = Record<string, Record<string, string> | string>;

/** Sets what containers in a domain's namespaces ask for when they say nothing, and what none of them may exceed. */
export const domainSetLimits: OperationDefinition<z.infer<typeof input>> = {
  id: 'domain:set-limits',
  title: 'Set limits',
  requires: [mustAdminister('set the limits of a data domain')],
  input,
  async plan({ limits }, context) {
    const target = await domainTarget(context);
    const title = `Set the limits of ${context.request.entityRef}`;
    if ('findings' in target) return refusedPlan(title, target.findings);
    const { domain, places } = target;
    const planned = await Promise.all(
      places.map(place =>
        planGuardrail(LIMITS, place, spec => changed(spec, limits), context),
      ),
    );
    const steps = planned.flatMap(each => each.steps);
    const findings = planned.flatMap(each => each.findings);
    const same = steps.length === 0 && findings.length === 0;
    return {
      title,
      entityRef: domain.entityRef,
      subject: `limits:${domain.entityRef}`,
      findings: same
        ? [errorAt('limits', 'Those are the limits as they are.')]
        : [...findings, ...forSpark(limits)],
      requirements: [],
      steps,
    };
  },
};

/** The same specification with other limits of containers; those of pods and claims stay. */
function changed(
  spec: Record<string, unknown>,
  limits: Limits,
): Record<string, unknown> {
  const all = (spec.limits ?? []) as ContainerLimits[];
  const before = all.find(({ type }) => type === 'Container');
  const after: ContainerLimits = structuredClone(
    before ?? { type: 'Container' },
  );
  for (const [key, quantity] of Object.entries(limits)) {
    const [what, resource] = key.split('.');
    const field = FIELD_OF[what as keyof typeof FIELD_OF];
    after[field] = {
      ...(after[field] as Record<string, string> | undefined),
      [resource]: quantity,
    };
  }
  return {
    ...spec,
    limits: before
      ? all.map(each => (each === before ? after : each))
      : [...all, after],
  };
}

function forSpark(limits: Limits): Finding[] {
  return limits['limit.cpu']
    ? [
        {
          level: 'warning',
          field: 'limits.limit.cpu',
          message:
            'Spark pods ask for whole cores and name no limit, so those that ask for more than the default limit of CPU will be refused.',
          remedy: 'Leave it out, or set `max.cpu` instead.',
        },
      ]
    : [];
}
