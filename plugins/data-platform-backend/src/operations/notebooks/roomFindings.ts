import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { defaultLimitFindings } from './defaultLimitFindings';
import { limitRangeFindings } from './limitRangeFindings';
import { quotaFindings } from './quotaFindings';
import { Room, ServerDemand } from './ServerDemand';

/**
 * Everything for which the namespace would refuse the server, with the numbers. The cluster itself tells none of it: it takes
 * the Notebook, and its pod never comes.
 */
export function roomFindings(demand: ServerDemand, room: Room): Finding[] {
  return [
    ...quotaFindings(demand, room),
    ...defaultLimitFindings(demand, room),
    ...limitRangeFindings(demand, room),
  ];
}
