import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { assessSparkApplication } from './assess/assessSparkApplication';
import { sparkApplicationFacts } from './facts';
import { keepSparkApplication } from './keep';
import { sparkApplicationLinks } from './links';
import { sparkApplicationTrace } from './operatorTrace';
import { SPARK_GROUP, SPARK_VERSION } from './names';
import { sparkApplicationOperations } from './operations/sparkApplicationOperations';
import { sparkApplicationEvidence } from './related';
import { sparkRun } from './run';
import { sparkApplicationTimeline } from './timeline';
import { SPARK_APPLICATION } from '../spark/names';

/** One run of a Spark job. */
export const sparkApplication: ResourceDefinition = {
  kind: SPARK_APPLICATION,
  match: {
    group: SPARK_GROUP,
    versions: [SPARK_VERSION],
    plural: 'sparkapplications',
  },
  nature: 'run',
  keep: keepSparkApplication,
  assess: assessSparkApplication,
  facts: sparkApplicationFacts,
  timeline: sparkApplicationTimeline,
  links: sparkApplicationLinks,
  related: sparkApplicationEvidence,
  run: sparkRun,
  operatorTrace: sparkApplicationTrace,
  operations: sparkApplicationOperations,
};
