import {
  Assessment,
  Run,
} from '@millrace/backstage-plugin-data-platform-common';

/** A run of a job; a live one brings its whole verdict. */
export interface JobRun extends Run {
  full?: Assessment;
}
