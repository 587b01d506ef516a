import {
  LimitRangeEvidence,
  QuotaEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { PodSize } from './NotebookPlan';

/** What a server asks of its namespace. */
export interface ServerDemand {
  pod: PodSize;
  /** Sizes of new volumes, in bytes, and where the form says so. */
  claims: readonly { bytes: number; storageClass?: string; field: string }[];
  /** Resource by which a quota counts objects of its kind; absent where none is made. */
  count?: string;
  /** Field of the form, by what is short; one for all where the size is one choice. */
  field(what: 'cpu' | 'memory' | 'gpu.count'): string;
}

/** Rules of the namespace. */
export interface Room {
  quotas: readonly QuotaEvidence[];
  limitRanges: readonly LimitRangeEvidence[];
}
