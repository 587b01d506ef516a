import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';

/** Something that the owner of a job should know. */
export interface Notice {
  entityRef: string;
  /** Trouble and recovery of one topic belong together: `run`, `schedule`, `server`, or `series <id>` of a back-fill. */
  topic: string;
  state: 'trouble' | 'recovered';
  /** Short, CamelCase, stable: the reason of the verdict. */
  cause: string;
  row: PlatformResource;
  /** Id in the history of the run that it is about. */
  runId?: string;
}
