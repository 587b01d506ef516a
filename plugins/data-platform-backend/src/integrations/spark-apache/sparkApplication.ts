import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { SPARK_APPLICATION } from '../spark/names';
import { assessSparkApplication } from './assess/assessSparkApplication';
import { sparkApplicationFacts } from './facts';
import { keepSparkApplication } from './keep';
import { sparkApplicationLinks } from './links';
import { APACHE_GROUP, APACHE_VERSIONS } from './names';
import { sparkApplicationOperations } from './operations/sparkApplicationOperations';
import { applicationTrace } from './operatorTrace';
import { applicationEvidence } from './related';
import { sparkRun } from './run';
import { sparkApplicationTimeline } from './timeline';

/** One run of a Spark job by the Apache operator. */
export const sparkApplication: ResourceDefinition = {
  kind: SPARK_APPLICATION,
  match: {
    group: APACHE_GROUP,
    versions: APACHE_VERSIONS,
    plural: 'sparkapplications',
  },
  nature: 'run',
  keep: keepSparkApplication,
  assess: assessSparkApplication,
  facts: sparkApplicationFacts,
  timeline: sparkApplicationTimeline,
  links: sparkApplicationLinks,
  related: applicationEvidence,
  run: sparkRun,
  operatorTrace: applicationTrace,
  operations: sparkApplicationOperations,
};
