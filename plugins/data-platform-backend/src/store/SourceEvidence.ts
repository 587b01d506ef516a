import {
  LimitRangeEvidence,
  QuotaEvidence,
} from '@millrace/backstage-plugin-data-platform-node';
import { ClaimBook } from './ClaimBook';
import { EventBook } from './EventBook';
import { NamespacedItems } from './NamespacedItems';
import { PodBook, PodOwners } from './PodBook';

/** What verdicts lean on, of one source. */
export class SourceEvidence {
  readonly pods: PodBook;
  readonly events = new EventBook();
  readonly claims = new ClaimBook();
  readonly quotas = new NamespacedItems<QuotaEvidence>();
  readonly limitRanges = new NamespacedItems<LimitRangeEvidence>();

  constructor(podOwners: PodOwners) {
    this.pods = new PodBook(podOwners);
  }
}
