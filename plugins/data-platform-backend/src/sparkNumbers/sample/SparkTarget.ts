import { SparkApplicationRef } from '@millrace/backstage-plugin-data-platform-node';

/** An attempt of an application whose numbers are wanted. */
export interface SparkTarget {
  /** Of its row in the index. */
  id: string;
  source: string;
  namespace: string;
  uid: string;
  /** As in its RunFacts. */
  attempt: string;
  spark: SparkApplicationRef;
}
