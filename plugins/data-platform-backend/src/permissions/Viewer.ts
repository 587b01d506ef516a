import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { Access } from './access';

/** A person who asks, with what the policy lets them see and do. */
export interface Viewer {
  readonly userRef: string;
  /** Entity refs of the person's groups, from the verified identity; what the cluster is told. */
  readonly groups: readonly string[];
  /** All refs by which the person owns entities. */
  readonly ownershipRefs: readonly string[];
  readonly credentials: BackstageCredentials<BackstageUserPrincipal>;
  readonly read: Access;
  readonly logs: Access;
  readonly operate: Access;
  /** What the policy says of what is not about one live object. */
  readonly may: {
    readonly createDomains: boolean;
    /** Register, change and unregister entities. */
    readonly register: boolean;
    /** Act in domains of others. */
    readonly administer: boolean;
    /** See what others did. */
    readonly readOperations: boolean;
  };
  /** Differs between any two viewers who may be shown different things; part of every ETag. */
  readonly tag: string;
}
