import { Nature } from '@millrace/backstage-plugin-data-platform-common';

/** All natures, in the order of the OpenAPI document. */
export const NATURES = [
  'run',
  'schedule',
  'service',
  'workbench',
  'dataset',
  'branch',
  'capacity',
  'guardrail',
] as const satisfies readonly Nature[];
