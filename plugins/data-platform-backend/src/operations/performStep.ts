import { ConflictError } from '@backstage/errors';
import { ANNOTATION_OPERATION } from '@millrace/backstage-plugin-data-platform-common';
import {
  KubernetesManifest,
  KubernetesObject,
} from '@millrace/backstage-plugin-data-platform-node';
import { contentHash } from '../entities/normalForm';
import { EntityStore } from '../entities/types';
import { ClusterRefusal, where } from './ClusterRefusal';
import { ClusterWriter, nameOf, WriteOptions } from './ClusterWriter';
import { ClusterStep, PlannedStep } from './definition';
import { CancelStep } from './series/types';
import { SystemCaller } from './systems/SystemCaller';

export interface StepEnvironment {
  readonly operationId: string;
  readonly actor: string;
  /** The entity that the operation is about. */
  readonly entityRef?: string;
  readonly entities: EntityStore;
  readonly signal: AbortSignal;
  writerFor(source: string): ClusterWriter;
  cancelSeries(step: CancelStep): Promise<StepResult>;
  readonly systems: SystemCaller;
}

/** What a step has brought. */
export interface StepResult {
  uid?: string;
  message?: string;
  /** Added to the output of the operation. */
  output?: Readonly<Record<string, unknown>>;
}

/** How often a patch is tried when others write the same object meanwhile. */
const PATCH_TRIES = 5;

/** Does one step. Doing it again, after a crash at any point of it, changes nothing. */
export async function performStep(
  step: PlannedStep,
  environment: StepEnvironment,
): Promise<StepResult> {
  switch (step.verb) {
    case 'register':
      await environment.entities.put(
        step.entity,
        environment.actor,
        step.replaces ? {} : { expect: 'absent' },
      );
      return {};
    case 'unregister':
      await environment.entities.remove(step.entityRef, environment.actor);
      return {};
    case 'create':
      return create(step, environment);
    case 'patch':
      return patch(step, environment);
    case 'delete':
      return remove(step, environment);
    case 'cancel':
      return environment.cancelSeries(step);
    case 'call':
      return environment.systems.perform(step, environment);
    default:
      throw new Error('Runs of a series are started by their series alone.');
  }
}

/** The object with the mark by which it is found again. */
export function marked(
  manifest: KubernetesManifest,
  operationId: string,
): KubernetesManifest {
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      annotations: {
        ...manifest.metadata.annotations,
        [ANNOTATION_OPERATION]: operationId,
      },
    },
  };
}

/** Whether this very operation made the object. */
export function isMadeBy(
  object: KubernetesObject,
  operationId: string,
): boolean {
  return object.metadata.annotations?.[ANNOTATION_OPERATION] === operationId;
}

function optionsOf(
  step: ClusterStep,
  { signal }: StepEnvironment,
): WriteOptions {
  return { identity: step.identity ?? 'user', signal };
}

async function create(
  step: ClusterStep & { verb: 'create' },
  environment: StepEnvironment,
): Promise<StepResult> {
  const { operationId } = environment;
  const writer = environment.writerFor(step.source);
  const options = optionsOf(step, environment);
  const name = nameOf(step.object);
  const own = async () => {
    const existing = await readIfAllowed(writer, step, options);
    if (!existing) return undefined;
    if (!isMadeBy(existing, operationId)) {
      throw new ConflictError(
        `${where({ cluster: step.source, ...name })} exists already${madeBy(
          existing,
        )}. Choose another name; nothing that exists is taken over.`,
      );
    }
    return { uid: existing.metadata.uid };
  };
  const earlier = await own();
  if (earlier) return earlier;
  try {
    const { object, warnings } = await writer.create(step.object, options);
    return {
      uid: object.metadata.uid,
      ...(warnings.length > 0 && { message: warnings.join('; ') }),
    };
  } catch (error) {
    // Made by a request whose answer was lost, or by someone else in between: 409, or 403 where a quota is full.
    if (error instanceof ClusterRefusal && [403, 409].includes(error.code)) {
      const late = await own();
      if (late) return late;
    }
    throw error;
  }
}

/** Reading first is how recovery finds its own work. Who may create but not read has nothing to recover by name. */
async function readIfAllowed(
  writer: ClusterWriter,
  step: ClusterStep & { verb: 'create' },
  options: WriteOptions,
): Promise<KubernetesObject | undefined> {
  try {
    return await writer.read(nameOf(step.object), options);
  } catch (error) {
    if (error instanceof ClusterRefusal && error.code === 403) return undefined;
    throw error;
  }
}

async function patch(
  step: ClusterStep & { verb: 'patch' },
  environment: StepEnvironment,
): Promise<StepResult> {
  const writer = environment.writerFor(step.source);
  const options = optionsOf(step, environment);
  for (let tries = 1; ; tries += 1) {
    const current = await writer.read(step.target, options);
    if (!current || !isSame(current, step.target.uid)) {
      throw new ConflictError(
        `${where({
          cluster: step.source,
          ...step.target,
        })} is not there any more${
          current ? ': another object of that name has taken its place' : ''
        }. Reload the page and look again.`,
      );
    }
    if (step.madeFrom && contentHash(current.spec) !== step.madeFrom) {
      throw new ConflictError(
        `${where({
          cluster: step.source,
          ...step.target,
        })} was changed by someone else meanwhile. Look at it again, and try again.`,
      );
    }
    try {
      const { object } = await writer.patch(
        step.target,
        withVersion(step.patch, current.metadata.resourceVersion),
        options,
      );
      return { uid: object.metadata.uid };
    } catch (error) {
      const raced = error instanceof ClusterRefusal && error.code === 409;
      if (!raced || tries >= PATCH_TRIES) throw error;
    }
  }
}

async function remove(
  step: ClusterStep & { verb: 'delete' },
  environment: StepEnvironment,
): Promise<StepResult> {
  const writer = environment.writerFor(step.source);
  try {
    const found = await writer.delete(
      step.target,
      optionsOf(step, environment),
    );
    return found ? {} : { message: 'It was gone already.' };
  } catch (error) {
    if (
      error instanceof ClusterRefusal &&
      error.code === 409 &&
      step.target.uid
    ) {
      return {
        message:
          'It was gone or going already; no other object of that name was touched.',
      };
    }
    throw error;
  }
}

function isSame(object: KubernetesObject, uid: string | undefined): boolean {
  return uid === undefined || object.metadata.uid === uid;
}

/** With the version that was read, the server refuses the patch if the object was replaced or changed meanwhile. */
function withVersion(
  patchBody: Record<string, unknown>,
  resourceVersion: string | undefined,
): Record<string, unknown> {
  return {
    ...patchBody,
    metadata: { ...(patchBody.metadata as object), resourceVersion },
  };
}

function madeBy(object: KubernetesObject): string {
  const operation = object.metadata.annotations?.[ANNOTATION_OPERATION];
  const at = object.metadata.creationTimestamp;
  const since = at ? ` since ${at}` : '';
  return operation ? `${since}, made by operation ${operation}` : since;
}
