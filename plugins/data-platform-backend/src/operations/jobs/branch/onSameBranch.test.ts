import { sparkKubeflowIntegration } from '../../../integrations/spark-kubeflow';
import { resource } from '../../../http/__testUtils__/rows';
import { domainRequest } from '../../__testUtils__/requests';
import { TestPlatform } from '../../__testUtils__/TestPlatform';
import { branch, ToyBranches } from '../../__testUtils__/ToyBranches';

const definition = sparkKubeflowIntegration.resources.find(
  ({ kind }) => kind === 'SparkApplication',
)!;

describe('a run once more, of one on a data branch', () => {
  let platform: TestPlatform;
  let toy: ToyBranches;
  let portal: ReturnType<TestPlatform['start']>;
  const rerun = { operation: 'spark:rerun', resourceId: 'r1' };

  beforeEach(async () => {
    platform = await TestPlatform.create();
    toy = new ToyBranches();
    toy.more = { secretEnvironment: [] };
    toy.show(platform.index);
    platform.systems = [toy.system()];
    portal = platform.start();
    await portal.run(domainRequest());
    const object = platform.cluster.seed('sparkapplications', {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: { name: 'orders-1', namespace: 'sales' },
      spec: { type: 'Python', image: 'x' },
      status: { applicationState: { state: 'COMPLETED' } },
    });
    const { uid } = object.metadata;
    const row = resource({
      id: 'r1',
      uid,
      source: 'eu-1',
      name: 'orders-1',
      namespace: 'sales',
      nature: 'run',
      domainRef: 'domain:default/sales',
    });
    platform.index.put({ ...row, definition, object });
    await platform.runBranches.put({ source: 'eu-1', uid }, branch(), {
      operation: 'op',
      at: 0,
    });
  });
  afterEach(() => platform.close());

  it('is on the same branch, and noted so', async () => {
    const done = await portal.run(rerun);
    expect(done.state).toBe('done');
    expect(await platform.runBranches.on(branch(), 10)).toHaveProperty(
      'size',
      2,
    );
  });

  it('is refused when the branch may not be written any more', async () => {
    toy.more = {
      findings: [{ level: 'error', field: 'branch', message: 'It is gone.' }],
    };
    await expect(portal.run(rerun)).rejects.toThrow('It is gone.');
  });

  it('is none of the branch’s business where the run was on none', async () => {
    await platform.db('data_platform_run_branches').delete();
    await portal.run(rerun);
    expect(toy.asked).toEqual([]);
  });
});
