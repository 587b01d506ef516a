import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { ResourceDefinition } from '@millrace/backstage-plugin-data-platform-node';
import { sparkKubeflowIntegration } from '../../integrations/spark-kubeflow';
import { eventEvidence } from '../../sources/evidence/eventEvidence';
import { podEvidence } from '../../sources/evidence/podEvidence';
import { projectObject } from '../../sources/projectObject';
import { IndexHarness, scope } from './IndexHarness';
import { StaticEntities } from './StaticEntities';

const FOLDER = resolve(
  __dirname,
  '../../../../../../shared/recordings/kubernetes',
);

interface Line {
  ms: number;
  watch: string;
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: { metadata: { name: string; creationTimestamp: string } };
}

/** Recorded life cycles of real clusters lie beside the repository, not in it. */
export const recordingsExist = existsSync(FOLDER);

/** Plays a recorded life cycle into an index, on a clock that follows it. */
export class Replay {
  readonly harness: IndexHarness;
  /** Verdicts as the rows showed them: `name health/reason`, each change once. */
  readonly verdicts: string[] = [];
  readonly #lines: Line[];

  constructor(file: string, entities = new StaticEntities()) {
    const text = readFileSync(resolve(FOLDER, `${file}.json`), 'utf8');
    this.#lines = JSON.parse(text)[0].response.body;
    this.harness = new IndexHarness(
      entities,
      [sparkKubeflowIntegration],
      this.#lines[0].object.metadata.creationTimestamp,
    );
  }

  /** Plays what happened up to `ms`; all of it by default. */
  play(until = Infinity): this {
    const start = this.harness.clock.now();
    for (const line of this.#lines) {
      if (line.ms <= until) {
        this.harness.clock.advance(
          Math.max(0, start + line.ms - this.harness.clock.now()),
        );
        this.#tell(line);
        this.#look();
      }
    }
    return this;
  }

  #tell({ watch, type, object }: Line): void {
    if (type === 'BOOKMARK') {
      return;
    }
    const { sink } = this.harness.index;
    const op = type === 'DELETED' ? 'remove' : 'upsert';
    if (watch === 'pods') {
      const item = podEvidence(object);
      if (item) {
        sink.evidence('eu', { type: 'pod', op, scope: 'spark-role', item });
      }
      return;
    }
    if (watch === 'events') {
      const item = eventEvidence(object);
      if (item) {
        sink.evidence('eu', { type: 'event', op, scope: 'warnings', item });
      }
      return;
    }
    const definition: ResourceDefinition<any> | undefined =
      sparkKubeflowIntegration.resources.find(
        ({ match }) => match.plural === watch,
      );
    const projected =
      definition && projectObject(object, definition, 'v1beta2', () => {});
    if (definition && projected) {
      sink[op](scope(definition), projected);
    }
  }

  #look(): void {
    for (const { name, assessment } of this.harness.rows()) {
      const line = `${name} ${assessment.health}/${assessment.reason}`;
      const last = [...this.verdicts]
        .reverse()
        .find(each => each.startsWith(`${name} `));
      if (last !== line) {
        this.verdicts.push(line);
      }
    }
  }
}
