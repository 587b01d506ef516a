import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ManualClock } from '../../store/ManualClock';
import { DatabaseHistory } from '../DatabaseHistory';
import { RunRecord } from '../types';

export { migrated, testDatabases } from '../../__testUtils__/databases';

/** A history on a clock that stands still. */
export function historyOn(
  database: Knex,
  clock = new ManualClock('2026-03-02T12:00:00Z'),
  currentDefinition?: (entityRef: string) => string | undefined,
) {
  const logger = mockServices.logger.mock();
  const history = new DatabaseHistory({
    database,
    logger,
    clock,
    currentDefinition,
  });
  return { history, clock, logger };
}

/** A run of `orders` that began at 09:00 and, unless told otherwise, runs. */
export function run(id: string, over: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    resourceId: `row-${id}`,
    source: 'eu',
    namespace: 'sales',
    group: 'toys.example',
    kind: 'ToyRun',
    name: 'orders',
    uid: 'uid-orders',
    attempt: id,
    entityRef: 'component:default/orders',
    productRef: 'system:default/shop',
    domainRef: 'domain:default/sales',
    submittedAt: '2026-03-02T09:00:00.000Z',
    startedAt: '2026-03-02T09:00:10.000Z',
    assessment: {
      health: 'healthy',
      reason: 'Running',
      message: 'Running with 3 of 3 executors.',
      evidence: [],
      remedies: [],
    },
    facts: [{ key: 'executors', label: 'Executors', value: '3/3' }],
    ...over,
  };
}

/** The same run when it had succeeded after 12 minutes. */
export function succeeded(
  id: string,
  over: Partial<RunRecord> = {},
): RunRecord {
  return run(id, {
    outcome: 'succeeded',
    finishedAt: '2026-03-02T09:12:10.000Z',
    durationSeconds: 720,
    assessment: {
      health: 'healthy',
      outcome: 'succeeded',
      reason: 'Succeeded',
      message: 'Succeeded in 12 min.',
      evidence: [],
      remedies: [],
    },
    ...over,
  });
}

export function failed(id: string, over: Partial<RunRecord> = {}): RunRecord {
  return succeeded(id, {
    outcome: 'failed',
    assessment: {
      health: 'failed',
      outcome: 'failed',
      reason: 'OOMKilled',
      message: 'The driver was killed for memory.',
      nextStep: 'Raise the driver memory.',
      evidence: [],
      remedies: [{ text: 'Raise the driver memory.' }],
    },
    ...over,
  });
}
