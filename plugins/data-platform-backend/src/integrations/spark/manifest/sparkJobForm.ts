/** Service account of Spark drivers in every domain. */
export const SPARK_SERVICE_ACCOUNT = 'spark';
/** A day: long enough to look at a run, short enough for a quota on their number. */
export const DEFAULT_TTL_SECONDS = 86_400;

export interface SparkPodForm {
  cores?: number;
  /** Java style: `2g`. */
  memory?: string;
  memoryOverhead?: string;
  /** Kubernetes quantity: `500m`. */
  coreRequest?: string;
  coreLimit?: string;
}

/** What a person fills in for a new job. Secrets and ConfigMaps by name only, never by value. */
export interface SparkJobForm {
  name: string;
  namespace?: string;
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
  language: 'Java' | 'Scala' | 'Python' | 'R';
  mainApplicationFile: string;
  mainClass?: string;
  arguments?: readonly string[];
  image: string;
  imagePullPolicy?: string;
  imagePullSecrets?: readonly string[];
  sparkVersion: string;
  driver?: SparkPodForm;
  executor?: SparkPodForm & { instances?: number };
  /** Dynamic allocation, in place of a fixed number of executors. */
  dynamic?: { min: number; max: number; initial?: number };
  /** How often a failed run is tried again. */
  retries?: number;
  retryIntervalSeconds?: number;
  schedule?: { cron: string; timeZone?: string; concurrencyPolicy?: string };
  ttlSeconds?: number;
  /** Mounted into driver and executors. Default path: `/etc/secrets/NAME`. */
  secrets?: readonly { name: string; path?: string }[];
  /** Variables of the environment that take their value from a key of a Secret. */
  secretEnv?: readonly { variable: string; secret: string; key: string }[];
  /** Mounted into driver and executors. Default path: `/etc/config/NAME`. */
  configMaps?: readonly { name: string; path?: string }[];
  sparkConf?: Readonly<Record<string, string>>;
  serviceAccount?: string;
}
