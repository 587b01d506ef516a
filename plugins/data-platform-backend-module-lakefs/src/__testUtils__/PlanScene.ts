import {
  IndexedObject,
  KubernetesObject,
  SystemOperation,
  SystemPlan,
} from '@millrace/backstage-plugin-data-platform-node';
import { Knex } from 'knex';
import { LakefsServer } from '../config/LakefsServer';
import { LakefsSource } from '../LakefsSource';
import { lakefsOperations } from '../operations/lakefsOperations';
import { BranchRecords } from '../records/BranchRecords';
import { Lake } from './Lake';
import { recordDatabase } from './recordDatabase';

const NOW = Date.parse('2026-11-22T10:00:00Z');

/** A server, what the portal knows of it, and the operations on it. */
export class PlanScene {
  readonly lake: Lake;
  readonly records: BranchRecords;
  readonly source: LakefsSource;
  readonly repository: string;
  readonly #db: Knex;
  #objects: readonly KubernetesObject[] = [];

  private constructor(
    lake: Lake,
    db: Knex,
    repository: string,
    extra: Partial<LakefsServer>,
  ) {
    this.lake = lake;
    this.#db = db;
    this.repository = repository;
    this.records = new BranchRecords(db);
    this.source = new LakefsSource({
      server: lake.server(extra),
      records: this.records,
      after: () => () => {},
    });
  }

  /** @param extra - of the server's configuration */
  static async start(
    repository: string,
    extra: Partial<LakefsServer> = {},
  ): Promise<PlanScene> {
    const lake = await Lake.start();
    await lake.repository(repository);
    return new PlanScene(lake, await recordDatabase(), repository, extra);
  }

  async stop(): Promise<void> {
    await this.lake.stop();
    await this.#db.destroy();
  }

  /** Reads the server, as the host does from time to time. */
  async look(): Promise<void> {
    this.#objects = await this.source.list(
      this.repository,
      new AbortController().signal,
    );
  }

  operation(id: string): SystemOperation<any> {
    return lakefsOperations([this.source], this.records).find(
      each => each.id === id,
    )!;
  }

  /** The plan of an operation that is asked of the repository, or of a branch. */
  async plan(id: string, input: object, branch?: string): Promise<SystemPlan> {
    const operation = this.operation(id);
    const subject = branch
      ? this.find('Branch', branch)
      : this.find('Repository', this.repository);
    return operation.plan(operation.input.parse(input), {
      subject: subject!,
      actor: 'user:default/ada',
      ownershipRefs: ['user:default/ada'],
      operationId: 'op',
      now: NOW,
      signal: new AbortController().signal,
      find: (kind, name) => this.find(kind, name),
    });
  }

  /** Errors and warnings of a plan, a line each. */
  async findings(id: string, input: object, branch?: string) {
    const { findings } = await this.plan(id, input, branch);
    return findings
      .filter(({ level }) => level !== 'info')
      .map(({ level, field, message }) =>
        [level, field, message].filter(Boolean).join(' '),
      );
  }

  /** As the index has it since the last {@link look}. */
  find(kind: string, name: string): IndexedObject | undefined {
    const object = this.#objects.find(
      each => each.kind === kind && each.metadata.name === name,
    );
    if (!object) return undefined;
    const row = {
      ...{ kind, name, namespace: this.repository, source: 'lake' },
      ...{ id: `id-${name}`, ownerRef: 'group:default/sales-team' },
      entityRef: 'resource:default/sales-lake',
    };
    return { row, object } as unknown as IndexedObject;
  }
}
