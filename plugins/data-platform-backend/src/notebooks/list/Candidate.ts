import { WorkbenchFacts } from '@millrace/backstage-plugin-data-platform-node';
import { IndexedResource } from '../../store/types';
import { Held } from './heldResources';

/** A notebook server with all that lists filter, sort and count by; what only its row shows is made for the page alone. */
export interface Candidate {
  resource: IndexedResource;
  facts: WorkbenchFacts;
  owner?: string;
  ownerVerified: boolean;
  title?: string;
  /** A pod of it stands on a node: it holds what it asks for, whether or not it works. */
  holding: boolean;
  held: Held;
  /** Since when nobody uses it, while it runs and that is known; epoch milliseconds. */
  idleSince?: number;
  /** The same as a span until now, ms. */
  idleMs?: number;
}
