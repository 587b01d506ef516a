import { SystemCall } from '@millrace/backstage-plugin-data-platform-node';

/** A call to a server that is no cluster, made with the portal's own key. */
export type CallStep = SystemCall & { verb: 'call' };
