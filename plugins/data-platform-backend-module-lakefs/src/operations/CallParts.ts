import {
  CallContext,
  CallResult,
} from '@millrace/backstage-plugin-data-platform-node';
import { LakefsClient } from '../client/LakefsClient';
import { LakefsServer } from '../config/LakefsServer';
import { BranchRecords } from '../records/BranchRecords';

/** What a call is carried out with. */
export interface CallParts {
  client: LakefsClient;
  records: BranchRecords;
  server: LakefsServer;
  /** URL of the portal, for links in commits. */
  portalUrl?: string;
  /** Waits between tries of a write that was overtaken. */
  wait?(ms: number, signal: AbortSignal): Promise<void>;
}

/** Carries out one kind of call. */
export type Performer<V> = (
  values: V,
  context: CallContext,
  parts: CallParts,
) => Promise<CallResult>;
