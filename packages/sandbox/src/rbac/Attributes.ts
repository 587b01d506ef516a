import { Principal } from '../types';

/** What somebody wants to do: the question that authorisation answers. */
export interface ResourceAttributes {
  verb: string;
  group: string;
  version?: string;
  resource: string;
  subresource?: string;
  name?: string;
  namespace?: string;
}

export interface PathAttributes {
  verb: string;
  path: string;
}

export type Attributes = ResourceAttributes | PathAttributes;

export interface Decision {
  allowed: boolean;
  /** Which binding allowed it; empty for members of system:masters and for refusals. */
  reason?: string;
}

export const MASTERS = 'system:masters';

/** The server itself, as far as writes from inside the process have no other principal. */
export const SYSTEM: Principal = {
  user: 'system:apiserver',
  groups: [MASTERS, 'system:authenticated'],
};
