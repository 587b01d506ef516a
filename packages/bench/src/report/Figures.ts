import { LakefsCost } from '../lakefs/measureLakefs';
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

interface PartFigures {
  alone?: PluginAlone;
  lakefs?: LakefsCost;
  coldStart?: ColdStart;
  reads?: ReadLatency;
  tabs?: TabRequests;
  changes?: ChangeCost;
  creation?: CreateLatency[];
  browser?: BrowserFigures | Skipped;
  outage?: OutageCost;
  streams?: StreamLatency;
  fanOut?: FanOutPages[];
}

/** What is measured and told of as one. */
export type PartName = keyof PartFigures;

/** Everything that was measured at one size; what a scale leaves out is absent, and so is what failed. */
export interface Figures extends PartFigures {
  /** Why a part that was to be measured has no figures. */
  problems: Partial<Record<PartName, string>>;
  /** How long each part took. */
  seconds: Partial<Record<PartName, number>>;
}
