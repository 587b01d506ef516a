import { OperationRequest } from '@millrace/backstage-plugin-data-platform-common';
import { FakeNotebookServices } from '../../notebooks/__testUtils__/notebookServices';
import { domainRequest, productRequest } from './requests';
import { TestPlatform } from './TestPlatform';

/** A request for the server `explore` in `sales`, with changes. */
export function notebookRequest(
  input: Record<string, unknown> = {},
): OperationRequest {
  return {
    operation: 'notebook:create',
    input: {
      name: 'explore',
      domain: 'domain:default/sales',
      generation: 1,
      ...input,
    },
  };
}

/** A platform with the domain `sales` and its product `orders`, on a cluster that serves both generations. */
export class NotebookScene {
  readonly platform: TestPlatform;
  readonly portal: ReturnType<TestPlatform['start']>;

  private constructor(platform: TestPlatform) {
    this.platform = platform;
    this.portal = platform.start();
  }

  static async create(): Promise<NotebookScene> {
    const scene = new NotebookScene(await TestPlatform.create());
    scene.platform.serves.set('eu-1', [
      'Notebook.kubeflow.org',
      'Workspace.kubeflow.org',
    ]);
    await scene.portal.run(domainRequest());
    await scene.portal.run(productRequest());
    return scene;
  }

  get services(): FakeNotebookServices {
    return this.platform.notebooks;
  }

  /** Puts a claim into the domain's namespace. */
  claim(name: string, spec: object = {}, metadata: object = {}): void {
    this.platform.cluster.seed('persistentvolumeclaims', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, namespace: 'sales', ...metadata },
      spec: { accessModes: ['ReadWriteOnce'], ...spec },
    });
  }

  /** What the cluster has of one kind (plural) in the domain's namespace. */
  live(plural: string): any[] {
    return [...this.platform.cluster.objects]
      .filter(([key]) => key.startsWith(`sales/${plural}/`))
      .map(([, object]) => object);
  }
}
