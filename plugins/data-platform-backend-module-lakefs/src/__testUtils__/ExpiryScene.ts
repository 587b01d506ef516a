import {
  PortalNews,
  PortalOperation,
  SystemCall,
  SystemTaskHost,
} from '@millrace/backstage-plugin-data-platform-node';
import { BranchExpiry, EXPIRY_ACTOR } from '../expiry/BranchExpiry';
import { PlanScene } from './PlanScene';

const HOUR = 3_600_000;
const REPO = 'sales-lake';

/** A server with branches that expire, the portal's tasks played by plans that are carried out at once. */
export class ExpiryScene {
  readonly scene: PlanScene;
  now = Date.parse('2026-11-22T10:00:00Z');
  /** What of the index is fresh. */
  fresh = true;
  /** There is a notifications plugin. */
  heard = true;
  awaited: readonly SystemCall[] = [];
  workedOn = false;
  /** Runs between the look of the task and the deletion. */
  meanwhile: () => Promise<unknown> = async () => {};
  readonly told: PortalNews[] = [];
  readonly #expiry: BranchExpiry;

  private constructor(scene: PlanScene) {
    this.scene = scene;
    this.#expiry = new BranchExpiry({
      host: this.#host(),
      sources: [scene.source],
      records: scene.records,
      settings: { enabled: true, warnMs: 24 * HOUR, graceMs: 24 * HOUR },
      now: () => this.now,
    });
  }

  static async start(): Promise<ExpiryScene> {
    const scene = await PlanScene.start(REPO, {
      expiry: { enabled: true, warnMs: 24 * HOUR, graceMs: 24 * HOUR },
    });
    await scene.lake.commit(REPO, 'main', { 'a.txt': '1' });
    return new ExpiryScene(scene);
  }

  /** A branch that Ada made in the portal, with hours left. */
  async branch(name: string, hours: number): Promise<void> {
    await this.scene.lake.branch(REPO, name);
    await this.scene.records.put({
      ...{ server: 'lake', repository: REPO, name },
      ...{ source: 'main', owner: 'user:default/ada', createdAt: this.now },
      expiresAt: this.now + hours * HOUR,
    });
    await this.scene.look();
  }

  /** A round so many hours later; what people were told. */
  async round(hours = 0): Promise<string[]> {
    this.now += hours * HOUR;
    await this.scene.look();
    await this.#expiry.round(new AbortController().signal);
    await this.scene.look();
    return this.told.splice(0).map(({ to, title }) => `${to}: ${title}`);
  }

  record(name: string) {
    return this.scene.records.get({
      ...{ server: 'lake', repository: REPO, name },
    });
  }

  /** Whether the server has it. */
  has(name: string): boolean {
    return this.scene.find('Branch', name) !== undefined;
  }

  #host(): SystemTaskHost {
    return {
      fresh: ({ kind, name }) =>
        this.fresh ? this.scene.find(kind, name) : undefined,
      operate: async ({ operation, input = {} }, actor, signal) => {
        await this.meanwhile();
        const { name } = { name: String(input.branch) };
        const plan = await this.scene.plan(operation, input, name);
        const errors = plan.findings.filter(({ level }) => level === 'error');
        if (errors.length > 0) {
          return { refused: errors[0].message, findings: errors };
        }
        const context = { operationId: 'op', actor, now: this.now, signal };
        const error = await this.scene.source
          .perform(plan.calls[0], context)
          .then(() => undefined)
          .catch((thrown: Error) => thrown.message);
        return ended(error);
      },
      awaited: async () => this.awaited,
      isWorkedOn: async () => this.workedOn,
      notify: async news => {
        this.told.push(news);
        return this.heard;
      },
    };
  }
}

function ended(error: string | undefined): PortalOperation {
  return {
    operation: {
      ...{ id: 'op', operation: 'lakefs:branch-delete', title: 'Delete' },
      ...{ actor: EXPIRY_ACTOR, steps: [], createdAt: '' },
      state: error ? 'failed' : 'done',
      ...(error && { error }),
    },
  };
}
