import { mockServices } from '@backstage/backend-test-utils';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import {
  DataPlatformIntegration,
  KubernetesObject,
  ObjectMeta,
  ResourceDefinition,
} from '@millrace/backstage-plugin-data-platform-node';
import { EvidenceChange, KindScope } from '../../sources/types';
import { createPlatformIndex, PlatformIndex } from '../createPlatformIndex';
import { VerdictNews } from '../Judge';
import { ManualClock } from '../ManualClock';
import { RunNumbers } from '../RunNumbers';
import { ResourceQuery } from '../types';
import { RecordingHistory } from './RecordingHistory';
import { StaticEntities } from './StaticEntities';
import { toyIntegration, toyRun, ToyStatus } from './toyIntegration';

/** An index on a clock that stands still. */
export class IndexHarness {
  readonly clock: ManualClock;
  readonly history = new RecordingHistory();
  readonly logger = mockServices.logger.mock();
  readonly failed: string[] = [];
  readonly entities: StaticEntities;
  readonly index: PlatformIndex;

  constructor(
    entities = new StaticEntities(),
    integrations: DataPlatformIntegration[] = [toyIntegration],
    start?: string,
    onVerdict?: (news: VerdictNews) => void,
    numbers?: RunNumbers,
  ) {
    this.clock = new ManualClock(start);
    this.entities = entities;
    this.index = createPlatformIndex({
      integrations,
      clock: this.clock,
      entities,
      history: this.history,
      linkPatterns: {},
      logger: this.logger,
      onFailedRun: ({ name }, { attempt }) =>
        this.failed.push(`${name} ${attempt}`),
      onVerdict,
      numbers,
    });
  }

  upsert(
    object: KubernetesObject,
    definition: ResourceDefinition<any> = toyRun,
    source = 'eu',
  ): void {
    this.index.sink.upsert(scope(definition, source), object);
  }

  evidence(change: EvidenceChange, source = 'eu'): void {
    this.index.sink.evidence(source, change);
  }

  /** What waits for a tick happens. */
  tick(): void {
    this.clock.advance(1);
  }

  row(name: string): PlatformResource | undefined {
    return this.rows({ q: name }).find(row => row.name === name);
  }

  /** `health/reason` */
  verdict(name: string): string | undefined {
    const assessment = this.row(name)?.assessment;
    return assessment && `${assessment.health}/${assessment.reason}`;
  }

  rows(query: Partial<ResourceQuery> = {}): readonly PlatformResource[] {
    return this.index.resources.query(
      { sort: 'name', order: 'asc', limit: 1000, offset: 0, ...query },
      () => true,
    ).items;
  }
}

export function scope(
  definition: ResourceDefinition<any> = toyRun,
  source = 'eu',
  namespace?: string,
): KindScope {
  return { source, definition, version: 'v1', namespace };
}

/** A toy run in namespace `sales`. */
export function toy(
  name: string,
  status?: ToyStatus,
  metadata: Partial<ObjectMeta> = {},
  spec?: unknown,
): KubernetesObject {
  return {
    apiVersion: 'toys.example/v1',
    kind: 'ToyRun',
    metadata: {
      name,
      namespace: 'sales',
      uid: `uid-${name}`,
      creationTimestamp: '2026-03-02T09:00:00Z',
      ...metadata,
    },
    ...(spec ? { spec } : {}),
    ...(status ? { status } : {}),
  };
}
