import { chooseOperator } from './chooseOperator';

const KUBEFLOW = 'SparkApplication.sparkoperator.k8s.io';
const APACHE = 'SparkApplication.spark.apache.org';

it.each([
  ['automatic', [KUBEFLOW, APACHE], 'kubeflow'],
  [undefined, [APACHE], 'apache'],
  ['automatic', [KUBEFLOW], 'kubeflow'],
  [undefined, undefined, 'kubeflow'],
  ['apache', [KUBEFLOW, APACHE], 'apache'],
  ['apache', undefined, 'apache'],
] as const)(
  'asked for %p where %j is served it takes %s',
  (asked, serves, id) => {
    const { renderer, findings } = chooseOperator(asked, 'eu-1', serves);
    expect(renderer.id).toBe(id);
    expect(findings).toEqual([]);
  },
);

it('refuses an operator that the cluster lacks, and names the one it has', () => {
  expect(chooseOperator('apache', 'eu-1', [KUBEFLOW]).findings).toEqual([
    {
      level: 'error',
      field: 'operator',
      message: 'Cluster eu-1 does not serve the Apache Spark operator.',
      remedy: 'Choose the Kubeflow Spark operator, which it serves.',
    },
  ]);
});

it.each(['automatic', 'kubeflow'] as const)(
  'refuses %s on a cluster without any',
  asked => {
    const [finding] = chooseOperator(asked, 'eu-1', [
      'Notebook.kubeflow.org',
    ]).findings;
    expect(finding).toMatchObject({
      level: 'error',
      remedy: expect.stringContaining('another cluster'),
    });
  },
);
