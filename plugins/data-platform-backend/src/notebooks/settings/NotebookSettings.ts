import { NotebookImage } from '@millrace/backstage-plugin-data-platform-common';

/** A choice that the administrator made up: what it means is written into the pod as it stands. */
export interface PodGroup<T> {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly content: T;
}

/** What an adopter may set under `dataPlatform.notebooks`. */
export interface NotebookSettings {
  readonly images: readonly NotebookImage[];
  /** People may type an image that is not on the list. */
  readonly allowCustomImage: boolean;
  /** Address below which the pages of notebook servers are, by cluster; http or https, without a slash at its end. */
  connectBase(source: string): string | undefined;
  readonly defaults: {
    readonly cpu: string;
    readonly memory: string;
    readonly homeSize: string;
    readonly homeMountPath: string;
    /** Limits of CPU and memory over their requests; 0: no limits. */
    readonly limitFactor: number;
  };
  readonly tolerationGroups: readonly PodGroup<
    readonly Record<string, unknown>[]
  >[];
  readonly affinityGroups: readonly PodGroup<Record<string, unknown>>[];
  /** From how long on a server that nobody uses counts as idle, ms. */
  readonly idleAfterMs: number;
}
