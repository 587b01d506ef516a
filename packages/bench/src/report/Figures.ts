import { BrowserFigures, Skipped } from '../measure/browser';
import { ChangeCost } from '../measure/changeCost';
import { ColdStart } from '../measure/coldStart';
import { CreateLatency } from '../measure/createLatency';
import { FanOutPages } from '../measure/fanOut';
import { OutageCost } from '../measure/outage';
import { PluginAlone } from '../measure/pluginAlone';
import { ReadLatency } from '../measure/readLatency';
import { StreamLatency } from '../measure/streamLatency';
import { TabRequests } from '../measure/tabRequests';

/** Everything that was measured at one size; what a scale leaves out is absent. */
export interface Figures {
  alone: PluginAlone;
  coldStart: ColdStart;
  reads?: ReadLatency;
  tabs?: TabRequests;
  changes?: ChangeCost;
  creation?: CreateLatency[];
  browser?: BrowserFigures | Skipped;
  outage?: OutageCost;
  streams?: StreamLatency;
  fanOut?: FanOutPages[];
}
