import { KubernetesManifest } from '@millrace/backstage-plugin-data-platform-node';

/** What the runs of a series are made from. Plain data: it is recorded with the operation. */
export interface SeriesPlan {
  source: string;
  /** A run without its name and date. */
  template: KubernetesManifest;
  /** Where the arguments of the application stand in the manifest: `['spec', 'arguments']`. */
  argumentsAt: readonly string[];
  /** What a run takes of the quotas of its namespace, by resource. */
  needs: Readonly<Record<string, number>>;
  /** How many runs go on at a time. */
  parallel: number;
  onFailure: 'stop' | 'continue';
}

/** One run of a series. */
export interface SeriesStep {
  id: string;
  title: string;
  verb: 'run';
  /** Of the object: made from the operation's id and the date, so that no date is ever run twice. */
  name: string;
  /** As the series names it: `2026-01-02`, or RFC 3339 for hours. */
  date: string;
  /** All arguments of this run; undefined: those of the template. */
  arguments?: readonly string[];
}

/** Asks a series to start no more runs. */
export interface CancelStep {
  id: string;
  title: string;
  verb: 'cancel';
  operationId: string;
  /** End those that go on as well. */
  stopRunning: boolean;
}

/** Who asked a series to end. */
export interface SeriesCancel {
  by: string;
  /** Epoch milliseconds. */
  at: number;
}
