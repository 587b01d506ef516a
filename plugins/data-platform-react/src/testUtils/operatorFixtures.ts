import { OperatorState } from '@millrace/backstage-plugin-data-platform-common';
import { Ago } from './assessments';

/** The two Spark operators of a cluster; Kubeflow's in the given state. */
export function operatorStateFixtures(
  ago: Ago,
  state: OperatorState['state'] = 'up',
): OperatorState[] {
  return [
    {
      id: 'spark-kubeflow',
      title: 'Kubeflow Spark operator',
      kinds: [
        'SparkApplication.sparkoperator.k8s.io',
        'ScheduledSparkApplication.sparkoperator.k8s.io',
      ],
      state,
      since: state === 'down' ? ago(12) : undefined,
      lastActivity: ago(state === 'up' ? 1 : 14),
      message: {
        up: 'It last moved an object a minute ago.',
        down: 'It has not picked up `orders-daily-1719`, submitted 12 min ago.',
        unknown: 'Nothing was given to it yet.',
      }[state],
      nextStep:
        state === 'down'
          ? 'Look at the Deployment spark-operator-controller in namespace spark-operator.'
          : undefined,
    },
    {
      id: 'spark-apache',
      title: 'Apache Spark operator',
      kinds: ['SparkApplication.spark.apache.org'],
      state: 'up',
      message: 'It last moved an object 4 min ago.',
    },
  ];
}
