/** Messages of states, in the operator's words (Constants.java, 1.0.0). */
export const MESSAGES = {
  submitted: 'Spark application has been created on Kubernetes Cluster.',
  driverRequested: 'Requested driver from resource scheduler.',
  driverStarted: 'Driver has started running.',
  driverReady: 'Driver has reached ready state.',
  driverFailed:
    'Driver has one or more failed critical container(s), refer last observed status for details.',
  driverSucceeded: 'Driver has critical container(s) exited with 0.',
  completed: 'Spark application completed successfully.',
  endedBeforeReady:
    'Driver container is terminated without SparkContext / SparkSession initialization.',
  driverRemoved:
    "Driver removed. This could caused by 'exit' called in driver process with non-zero code, involuntary disruptions or unintentional destroy behavior, check Kubernetes events for more details.",
  driverTimedOut:
    'The driver has not responded to the initial health check request within the allotted start-up time. This can be configured by setting .spec.applicationTolerations.applicationTimeoutConfig.',
  executorsTimedOut:
    'The Spark application failed to get enough executors in the given time threshold.',
  scheduleFailure: 'Failed to request driver from scheduler backend.',
  runningHealthy: 'Application is running healthy.',
  runningPartially:
    'Application is running with executor count between minimum and maximum capacity, exclusive.',
  initializedBelowThreshold:
    'The application is running with less than minimal number of requested initial executors.',
  runningBelowThreshold:
    'The Spark application is running with less than minimal number of requested executors.',
  cancelled: 'Spark application has been shutdown as requested.',
  retained:
    'Application is terminated without releasing resources as configured.',
  retainedLongEnough:
    'Spark application resources released after exceeding the configured retain duration.',
  forceReleased:
    'Application is configured to restart, resources created in current attempt would be force released.',
  clusterSubmitted: 'Spark cluster has been submitted to Kubernetes Cluster.',
  clusterReady: 'Cluster has reached ready state.',
  clusterScheduleFailure:
    'Failed to request Spark cluster from scheduler backend.',
} as const;
