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
  /** Differs between any two viewers who may be shown different things; part of every ETag. */
  readonly tag: string;
}
