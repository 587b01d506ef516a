import {
  CONF_BRANCH_URI,
  DataBranches,
  DataBranchRef,
  ResourceSystem,
  RunTarget,
} from '@millrace/backstage-plugin-data-platform-node';
import { resource } from '../../http/__testUtils__/rows';
import { FakeIndex } from '../../http/__testUtils__/FakeIndex';

/** What stands in the Secret of a namespace and must be told nowhere. */
export const CANARY = 'wJalrCANARY7f3aSecretAccessKey';

/** A branch of the repository `lake`, as a request names it. */
export const branch = (name = 'fix'): DataBranchRef => ({
  source: 'toy',
  repository: 'lake',
  branch: name,
});

/** A system with a repository and branches, none of which is anywhere but in the index. */
export class ToyBranches implements DataBranches {
  readonly repositoryKind = 'Repository';
  readonly branchKind = 'Branch';
  readonly asked: DataBranchRef[] = [];
  /** What it answers beyond what it always does. */
  more: Partial<RunTarget> = {};
  fault: Error | undefined;

  async runTarget(on: DataBranchRef): Promise<RunTarget> {
    this.asked.push(on);
    if (this.fault) throw this.fault;
    const uri = `s3a://${on.repository}/${on.branch}`;
    return {
      findings: [],
      sparkConf: {
        [CONF_BRANCH_URI]: uri,
        'spark.hadoop.fs.s3a.bucket.lake.endpoint': 'https://lake.example.com',
        'spark.hadoop.fs.s3a.bucket.lake.secret.key': '${env.LAKE_SECRET}',
      },
      secretEnvironment: [
        { name: 'LAKE_KEY', secret: 'lake-key', key: 'id' },
        { name: 'LAKE_SECRET', secret: 'lake-key', key: 'secret' },
      ],
      variables: { 'branch.uri': uri, 'branch.name': on.branch },
      endpoint: { host: 'lake.example.com', port: 443 },
      ...this.more,
    };
  }

  system(): ResourceSystem {
    const definition = (kind: string) => ({
      kind,
      match: { group: 'toy.io', versions: ['v1'], plural: `${kind}s` },
    });
    return {
      id: 'toy',
      title: 'Toy',
      resources: [definition('Repository'), definition('Branch')] as any,
      sources: [{ name: 'toy' }] as any,
      dataBranches: this,
    };
  }

  /** Rows of the repository and of branches of it. */
  show(
    index: FakeIndex,
    names: readonly string[] = ['fix'],
    domainRef: string | undefined = 'domain:default/sales',
  ): void {
    const row = (kind: string, name: string) =>
      resource({
        id: `${kind}-${name}`,
        source: 'toy',
        group: 'toy.io',
        kind,
        nature: kind === 'Branch' ? 'branch' : 'dataset',
        namespace: 'lake',
        name,
        domainRef,
        entityRef: 'resource:default/lake',
      });
    index.put(
      row('Repository', 'lake'),
      ...names.map(name => row('Branch', name)),
    );
  }
}
