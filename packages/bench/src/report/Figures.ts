import { ColdStart } from '../measure/coldStart';
import { FanOutPages } from '../measure/fanOut';
import { ReadLatency } from '../measure/readLatency';
import { StreamLatency } from '../measure/streamLatency';
import { TabRequests } from '../measure/tabRequests';

/** Everything that one run measured. */
export interface Figures {
  coldStart: ColdStart;
  streams: StreamLatency;
  reads: ReadLatency;
  tabs: TabRequests;
  fanOut: FanOutPages[];
}
