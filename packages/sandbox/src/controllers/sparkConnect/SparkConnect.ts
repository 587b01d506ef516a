import type { KubeObject } from '../../types';

interface ConnectPod {
  cores?: number;
  memory?: string;
  template?: { metadata?: object; spec?: Record<string, any> };
}

/** A SparkConnect server (`sparkoperator.k8s.io/v1alpha1`), as far as the sandbox acts on it. */
export interface SparkConnect extends KubeObject {
  spec: {
    sparkVersion: string;
    image?: string;
    server: ConnectPod & {
      service?: { metadata?: { name?: string }; spec?: object };
    };
    executor: ConnectPod & { instances?: number };
    dynamicAllocation?: {
      enabled?: boolean;
      initialExecutors?: number;
      minExecutors?: number;
      maxExecutors?: number;
    };
    sparkConf?: Record<string, string>;
  };
  status?: {
    /** The operator declares Provisioning and Failed as well, and sets neither. */
    state?: 'Ready' | 'NotReady';
    conditions?: {
      type: string;
      status: string;
      reason: string;
      message: string;
      lastTransitionTime: string;
    }[];
    server?: { podName?: string; podIp?: string; serviceName?: string };
    /** How many executors are in each phase, by its name in lower case. */
    executors?: Record<string, number>;
    startTime?: string | null;
    lastUpdateTime?: string | null;
  };
}

/** Label of everything that belongs to a server. */
export const LABEL_CONNECT_NAME = 'sparkoperator.k8s.io/connect-name';
export const ROLE_CONNECT_SERVER = 'connect-server';

/** By which the operator finds the server's pod. */
export function serverLabels(connect: SparkConnect): Record<string, string> {
  return {
    'sparkoperator.k8s.io/launched-by-spark-operator': 'true',
    [LABEL_CONNECT_NAME]: connect.metadata.name,
    'spark-role': ROLE_CONNECT_SERVER,
    'spark-version': connect.spec.sparkVersion,
  };
}
