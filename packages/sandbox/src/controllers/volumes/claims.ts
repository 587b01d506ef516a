import type { Controller, KubeObject, SandboxApi } from '../../types';
import { CLAIM_PROTECTION } from '../../kinds/persistentVolumeClaim';
import type { ControllerOptions } from '../ControllerOptions';
import { Workqueue } from '../Workqueue';
import { objectKey, splitKey } from '../objectKey';
import { isFinished } from '../quotaUsage';
import {
  PERSISTENT_VOLUME_CLAIMS,
  PERSISTENT_VOLUMES,
  PODS,
  STORAGE_CLASSES,
} from '../refs';
import { isBound, isDelayed, SELECTED_NODE } from './claimBinding';
import { podClaims } from './podClaims';
import { provision } from './provisioning';

const COMPONENT = 'persistentvolume-controller';
const NOTICE_MS = 10;
/** The controller's --pvclaimbinder-sync-period: events about claims that wait are told again this often. */
const RESYNC_MS = 15_000;
const PROVISIONING_MS = 900;

/** Binds claims to volumes that it makes for them, lets go of deleted claims that no pod uses, and clears their volumes away. */
class ClaimController {
  readonly #api: SandboxApi;
  /** When the provisioner will be done with a claim, by uid. */
  readonly #dueAt = new Map<string, number>();

  constructor(api: SandboxApi) {
    this.#api = api;
  }

  /** One look at a claim; answers in how many ms the next is due, where one is. */
  reconcile(key: string, now: number): number | undefined {
    const { namespace, name } = splitKey(key);
    const claim = this.#api.get(PERSISTENT_VOLUME_CLAIMS, namespace, name);
    if (!claim) return undefined;
    if (claim.metadata.deletionTimestamp) {
      this.#release(claim);
      return undefined;
    }
    return isBound(claim) ? undefined : this.#bind(claim, now);
  }

  /** Deletes the volume of a claim that is gone, where its class says so. */
  clear(claim: KubeObject): void {
    this.#dueAt.delete(claim.metadata.uid);
    const name: string = claim.spec?.volumeName ?? '';
    const volume = this.#api.get(PERSISTENT_VOLUMES, undefined, name);
    if (!volume) return;
    if (volume.spec?.persistentVolumeReclaimPolicy !== 'Delete') {
      this.#api.updateStatus(PERSISTENT_VOLUMES, {
        ...volume,
        status: { phase: 'Released' },
      });
      return;
    }
    const { finalizers: _, ...metadata } = volume.metadata;
    this.#api.update(PERSISTENT_VOLUMES, { ...volume, metadata });
    this.#api.delete(PERSISTENT_VOLUMES, undefined, name);
  }

  #users(claim: KubeObject): KubeObject[] {
    return this.#api
      .list(PODS, claim.metadata.namespace)
      .filter(pod => podClaims(pod.spec).includes(claim.metadata.name));
  }

  #release(claim: KubeObject): void {
    const { finalizers = [] } = claim.metadata;
    if (!finalizers.includes(CLAIM_PROTECTION)) return;
    // A pod that has no node yet does not hold it: it waits for ever then.
    const holds = (pod: KubeObject) => pod.spec?.nodeName && !isFinished(pod);
    if (this.#users(claim).some(holds)) return;
    this.#api.update(PERSISTENT_VOLUME_CLAIMS, {
      ...claim,
      metadata: {
        ...claim.metadata,
        finalizers: finalizers.filter(one => one !== CLAIM_PROTECTION),
      },
    });
  }

  #bind(claim: KubeObject, now: number): number {
    const name: string = claim.spec?.storageClassName ?? '';
    if (!name) {
      this.#tell(
        claim,
        'Normal',
        'FailedBinding',
        'no persistent volumes available for this claim and no storage class is set',
      );
      return RESYNC_MS;
    }
    const storageClass = this.#api.get(STORAGE_CLASSES, undefined, name);
    if (!storageClass) {
      this.#tell(
        claim,
        'Warning',
        'ProvisioningFailed',
        `storageclass.storage.k8s.io "${name}" not found`,
      );
      return RESYNC_MS;
    }
    const selected = claim.metadata.annotations?.[SELECTED_NODE];
    if (isDelayed(this.#api, claim) && !selected) {
      this.#tellWaiting(claim);
      return RESYNC_MS;
    }
    return this.#provision(claim, storageClass, now);
  }

  #tellWaiting(claim: KubeObject): void {
    const pods = this.#users(claim)
      .filter(pod => !pod.spec?.nodeName && !isFinished(pod))
      .map(({ metadata }) => metadata.name);
    if (pods.length === 0) {
      this.#tell(
        claim,
        'Normal',
        'WaitForFirstConsumer',
        'waiting for first consumer to be created before binding',
      );
      return;
    }
    this.#tell(
      claim,
      'Normal',
      'WaitForPodScheduled',
      `waiting for pod${pods.length > 1 ? 's' : ''} ${pods.join(
        ',',
      )} to be scheduled`,
    );
  }

  #provision(claim: KubeObject, storageClass: KubeObject, now: number): number {
    const { namespace, name, uid } = claim.metadata;
    const dueAt = this.#dueAt.get(uid);
    if (dueAt === undefined) {
      this.#dueAt.set(uid, now + PROVISIONING_MS);
      const { provisioner } = storageClass;
      this.#tell(
        claim,
        'Normal',
        'ExternalProvisioning',
        `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`,
      );
      this.#tell(
        claim,
        'Normal',
        'Provisioning',
        `External provisioner is provisioning volume for claim "${namespace}/${name}"`,
        provisioner,
      );
      return PROVISIONING_MS;
    }
    if (dueAt > now) return dueAt - now;
    this.#dueAt.delete(uid);
    provision(this.#api, claim, storageClass);
    return RESYNC_MS;
  }

  #tell(
    involved: KubeObject,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    component = COMPONENT,
  ): void {
    this.#api.recordEvent({ involved, type, reason, message, component });
  }
}

/** The claims' part of the controller manager, and the provisioner of every class. */
export function claimController(options: ControllerOptions): Controller {
  return (api, clock) => {
    const claims = new ClaimController(api);
    const queue = new Workqueue(
      clock,
      key => {
        const dueInMs = claims.reconcile(key, clock.now());
        if (dueInMs !== undefined) queue.enqueue(key, dueInMs);
      },
      options.onFault,
    );
    const unwatchClaims = api.watch(
      PERSISTENT_VOLUME_CLAIMS,
      ({ type, object }) => {
        if (type === 'DELETED') claims.clear(object);
        else queue.enqueue(objectKey(object), NOTICE_MS);
      },
    );
    const unwatchPods = api.watch(PODS, ({ type, object }) => {
      if (type !== 'DELETED' && !isFinished(object)) return;
      for (const name of podClaims(object.spec)) {
        queue.enqueue(`${object.metadata.namespace}/${name}`, NOTICE_MS);
      }
    });
    return () => {
      unwatchClaims();
      unwatchPods();
      queue.stop();
    };
  };
}
