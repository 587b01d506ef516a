import {
  browserPorts,
  FollowSlots,
} from '@millrace/backstage-plugin-data-platform-react';

/** The slots of this browser. */
export const followSlots = new FollowSlots(browserPorts());
