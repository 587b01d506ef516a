import { AssessContext } from './integration';
import { ClaimEvidence } from './kubernetes';

/** How a workbench is, told by one word that lists filter and count by. The verdict says why. */
export type WorkbenchState =
  | 'running'
  | 'starting'
  | 'stopping'
  | 'stopped'
  | 'failed'
  | 'deleting'
  | 'unknown';

/**
 * What lists and pages of workbenches (notebook servers) need as numbers, beside the verdict. The host keeps it with the row,
 * so it stays small. Times are epoch milliseconds.
 */
export interface WorkbenchFacts {
  /** Of the API that made it: 1 is a Kubeflow Notebook, 2 a Kubeflow Workspace. */
  generation: 1 | 2;
  state: WorkbenchState;
  image?: string;
  /** What the image is called where a person chose it, if anywhere. */
  imageTitle?: string;
  /** Options of a kind that it was made with. */
  options?: { kind?: string; imageConfig?: string; podConfig?: string };
  /** Since when the server runs; only while it does. */
  startedAt?: number;
  /** Since when it is to be stopped. */
  stoppedAt?: number;
  /** It was stopped for being idle. Inferred: nothing on the cluster tells a culler from a person. */
  culled?: boolean;
  /** When it was last seen in use; only while it runs and `activityKnown`. */
  lastActivity?: number;
  /** False where nobody measures, or where what is measured says nothing about this server. */
  activityKnown: boolean;
  /** What the measure does not see, or why there is none, as a sentence. */
  activityNote?: string;
  /** Requests of all containers together, as quantities. */
  cpu?: string;
  memory?: string;
  gpu?: { key: string; count: number };
  volumes: readonly WorkbenchVolume[];
  /** It has shared memory of its own, beyond the 64 MiB that a container gets. */
  shm?: boolean;
  /** Labels by which PodDefaults choose it. */
  podDefaults?: readonly string[];
  /** Where its page is, below the address that the administrator configured: `/notebook/lab/mine/`. */
  connectPath?: string;
  /** Who says to have made it: an entity ref (a claim, not verified). */
  creatorClaim?: string;
}

/** A claim that a workbench mounts. */
export interface WorkbenchVolume {
  claim: string;
  mountPath?: string;
  role: 'home' | 'data';
  readOnly?: boolean;
}

/** A claim as an operation sees it: with the names of other objects that mount it. */
export interface MountedClaim extends ClaimEvidence {
  sharedWith: readonly string[];
}

/** What of the evidence an operation may lean on, as the index knows it. */
export interface OperationEvidence {
  pods: AssessContext['pods'];
  claims: readonly MountedClaim[];
}
