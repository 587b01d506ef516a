import { PodEvidence } from '@millrace/backstage-plugin-data-platform-node';
import { belongsToAttempt, sparkApplicationEvidence } from './related';

const pod = (labels: Record<string, string>, createdAt = '11:00:00') =>
  ({
    namespace: 'sales',
    labels,
    createdAt: Date.parse(`2026-11-22T${createdAt}Z`),
  } as unknown as PodEvidence);

const app = (submissionID?: string) => ({
  metadata: {
    name: 'orders',
    uid: 'u',
    creationTimestamp: '2026-11-22T11:00:01Z',
  },
  status: { submissionID },
});

it('finds the application of a pod by the label of this operator alone', () => {
  const [pods] = sparkApplicationEvidence;
  const ownerOf = (labels: Record<string, string>) =>
    pods.type === 'pods' ? pods.ownerOf(pod(labels)) : undefined;
  expect(ownerOf({ 'sparkoperator.k8s.io/app-name': 'orders' })).toBe(
    'sales/orders',
  );
  expect(
    ownerOf({ 'spark.operator/spark-app-name': 'orders' }),
  ).toBeUndefined();
});

it('takes pods of the current submission only', () => {
  const label = 'sparkoperator.k8s.io/submission-id';
  expect(belongsToAttempt(pod({ [label]: 'a' }), app('a'))).toBe(true);
  expect(belongsToAttempt(pod({ [label]: 'b' }), app('a'))).toBe(false);
});

it('takes pods that are not older than the object where there is no submission id yet', () => {
  expect(belongsToAttempt(pod({}, '11:00:00'), app())).toBe(true);
  expect(belongsToAttempt(pod({}, '10:59:00'), app())).toBe(false);
});
