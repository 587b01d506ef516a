import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  ANNOTATION_OPERATION,
  OperationRequest,
} from '@millrace/backstage-plugin-data-platform-common';
import { Clock } from '../clusters/Clock';
import { impersonate } from '../clusters/impersonate';
import { ImpersonatedUser } from '../clusters/types';
import { ClusterWriter } from './ClusterWriter';
import {
  OperationDefinition,
  PlannedOperation,
  PlannedStep,
  refusedPlan,
} from './definition';
import { DryRunResult, dryRunPlan, dryRunSteps } from './dryRun';
import { waitsForRoom } from './jobs/seriesRoom';
import { notYet } from './notYet';
import { OperationRegistry } from './OperationRegistry';
import { marked } from './performStep';
import { PermissionGate } from './PermissionGate';
import { PlanServices } from './PlanServices';
import { Requirement } from './Requirement';
import { Actor, Caller } from './types';
import { validateInput } from './validateInput';

/** A plan that has been through permission, preflight and dry run. */
export interface PreparedPlan {
  definition: OperationDefinition;
  planned: PlannedOperation;
  /** All that was asked of the policy. */
  requirements: readonly Requirement[];
  dryRun?: DryRunResult;
}

/** Makes plans and checks them. Changes nothing. */
export class Planner {
  readonly #registry: OperationRegistry;
  readonly #services: PlanServices;
  readonly #gate: PermissionGate;
  readonly #clock: Clock;

  constructor(options: {
    registry: OperationRegistry;
    services: PlanServices;
    gate: PermissionGate;
    clock: Clock;
  }) {
    this.#registry = options.registry;
    this.#services = options.services;
    this.#gate = options.gate;
    this.#clock = options.clock;
  }

  /** @throws InputError - no such operation; NotAllowedError - this person may not */
  async prepare(
    request: OperationRequest,
    caller: Caller,
    operationId: string,
    signal: AbortSignal,
  ): Promise<PreparedPlan> {
    const definition = this.#registry.get(request.operation);
    const { actor, credentials } = caller;
    if (!actor.portal) assertPerson(credentials);
    await this.#gate.assert(definition.requires, actor.userRef, credentials);
    const valid = validateInput(definition.input, request.input);
    if (!valid.ok) {
      return {
        definition,
        planned: refusedPlan(definition.title, valid.findings),
        requirements: definition.requires,
      };
    }
    const planned = await definition.plan(valid.input, {
      request,
      actor,
      credentials,
      operationId,
      now: this.#clock.now(),
      signal,
      services: this.#services,
      authorise: requirements =>
        this.#gate.assert(requirements, actor.userRef, credentials),
      writerFor: source => this.#writerFor(source, caller),
    });
    await this.#gate.assert(planned.requirements, actor.userRef, credentials);
    const requirements = [...definition.requires, ...planned.requirements];
    if (planned.findings.some(({ level }) => level === 'error')) {
      return { definition, planned, requirements };
    }
    const options = {
      writerFor: (source: string) => this.#writerFor(source, caller),
      signal,
    };
    const dryRun = await dryRunPlan(planned.steps, options);
    const checked = await dryRunSteps(planned.checks ?? [], options);
    const soften = planned.series ? waitsForRoom : notYet;
    dryRun.findings.push(...soften(checked.findings));
    return { definition, planned, requirements, dryRun };
  }

  #writerFor(source: string, { actor }: Caller): ClusterWriter {
    const { clusters, kinds } = this.#services;
    const cluster = clusters.get(source);
    return new ClusterWriter({
      cluster,
      person: personOf(actor, cluster.impersonationPrefix),
      kinds,
      now: this.#clock.now,
    });
  }
}

/** The steps, with the mark of the operation on all that they make. */
export function markSteps(
  steps: readonly PlannedStep[],
  operationId: string,
): PlannedStep[] {
  return steps.map(step => {
    if (step.verb === 'create') {
      return { ...step, object: marked(step.object, operationId) };
    }
    if (step.verb === 'register') {
      const { metadata } = step.entity;
      return {
        ...step,
        entity: {
          ...step.entity,
          metadata: {
            ...metadata,
            annotations: {
              ...metadata.annotations,
              [ANNOTATION_OPERATION]: operationId,
            },
          },
        },
      };
    }
    return step;
  });
}

function personOf(actor: Actor, prefix: string): ImpersonatedUser {
  try {
    return impersonate(actor.userRef, actor.groups, prefix);
  } catch (error) {
    throw new NotAllowedError((error as Error).message);
  }
}

function assertPerson(credentials: BackstageCredentials): void {
  const principal = credentials.principal as { type?: string } | undefined;
  if (principal?.type !== 'user') {
    throw new NotAllowedError(
      'Operations are run by people. Sign in, or call on behalf of a user; a service cannot run one.',
    );
  }
}
