import {
  CONF_BRANCH_URI,
  RunTarget,
  SecretVariable,
} from '@millrace/backstage-plugin-data-platform-node';
import { SparkSettings } from './SparkSettings';

/** Names that nothing else sets: variables of AWS would become the key to every bucket of the job. */
const ACCESS_KEY_ID = 'MILLRACE_LAKEFS_ACCESS_KEY_ID';
const SECRET_ACCESS_KEY = 'MILLRACE_LAKEFS_SECRET_ACCESS_KEY';
const CREDENTIAL = 'MILLRACE_LAKEFS_CREDENTIAL';

const EXTENSIONS =
  'org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions';

type Settings = Pick<
  RunTarget,
  'sparkConf' | 'sparkLists' | 'secretEnvironment' | 'variables' | 'endpoint'
>;

/** What points a Spark run at a branch of a repository. */
export function branchSettings(
  spark: SparkSettings,
  repository: string,
  branch: string,
): Settings {
  const scheme = spark.mode === 's3' ? 's3a' : 'lakefs';
  const uri = `${scheme}://${repository}/${branch}`;
  const { iceberg } = spark;
  return {
    sparkConf: {
      [CONF_BRANCH_URI]: uri,
      ...(spark.mode === 's3'
        ? gateway(spark, repository)
        : ownFileSystem(spark)),
      ...(iceberg && restCatalog(spark.endpoint, iceberg.catalog)),
    },
    ...(iceberg && { sparkLists: { 'spark.sql.extensions': EXTENSIONS } }),
    secretEnvironment: environment(spark),
    variables: {
      'branch.uri': uri,
      'branch.name': branch,
      'branch.repository': repository,
      ...(iceberg && {
        'branch.catalog': `${iceberg.catalog}.\`${repository}\`.\`${branch}\``,
      }),
    },
    endpoint: endpointOf(spark.endpoint),
  };
}

/**
 * Options of S3A for this one bucket, so that what the job reads elsewhere is left as it is. Hadoop fills in
 * `${env.NAME}` when it reads an option (org.apache.hadoop.conf.Configuration), in driver and executors, so the key is in
 * no object of the cluster, in no page of Spark and in no event log.
 */
function gateway(
  { endpoint }: SparkSettings,
  repository: string,
): Record<string, string> {
  const options = {
    endpoint,
    // The gateway's own default (gateways.s3.region); without one the client looks for the bucket at AWS.
    'endpoint.region': 'us-east-1',
    'path.style.access': 'true',
    'connection.ssl.enabled': String(endpoint.startsWith('https:')),
    'aws.credentials.provider':
      'org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider',
    'access.key': `\${env.${ACCESS_KEY_ID}}`,
    'secret.key': `\${env.${SECRET_ACCESS_KEY}}`,
  };
  return prefixed(`spark.hadoop.fs.s3a.bucket.${repository}`, options);
}

/** io.lakefs.LakeFSFileSystem knows one server: its options are for all repositories. */
function ownFileSystem({
  endpoint,
  presigned,
}: SparkSettings): Record<string, string> {
  const options = {
    impl: 'io.lakefs.LakeFSFileSystem',
    endpoint: `${endpoint}/api/v1`,
    'access.key': `\${env.${ACCESS_KEY_ID}}`,
    'secret.key': `\${env.${SECRET_ACCESS_KEY}}`,
    ...(presigned && { 'access.mode': 'presigned' }),
  };
  return prefixed('spark.hadoop.fs.lakefs', options);
}

/** Iceberg fills in `env:NAME` itself (org.apache.iceberg.EnvironmentUtil). */
function restCatalog(
  endpoint: string,
  catalog: string,
): Record<string, string> {
  const options = {
    type: 'rest',
    uri: `${endpoint}/iceberg/api`,
    prefix: 'lakefs',
    'oauth2-server-uri': `${endpoint}/iceberg/api/v1/oauth/tokens`,
    credential: `env:${CREDENTIAL}`,
  };
  const name = `spark.sql.catalog.${catalog}`;
  return {
    [name]: 'org.apache.iceberg.spark.SparkCatalog',
    ...prefixed(name, options),
  };
}

function environment({ credentials, iceberg }: SparkSettings) {
  const {
    secretName: secret,
    accessKeyIdKey,
    secretAccessKeyKey,
  } = credentials;
  const variables: SecretVariable[] = [
    { name: ACCESS_KEY_ID, secret, key: accessKeyIdKey },
    { name: SECRET_ACCESS_KEY, secret, key: secretAccessKeyKey },
  ];
  if (iceberg) {
    variables.push({ name: CREDENTIAL, secret, key: iceberg.credentialKey });
  }
  return variables;
}

function prefixed(
  prefix: string,
  options: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [`${prefix}.${key}`, value]),
  );
}

function endpointOf(endpoint: string): RunTarget['endpoint'] {
  const { hostname, port, protocol } = new URL(endpoint);
  const standard = protocol === 'https:' ? 443 : 80;
  return { host: hostname, port: port === '' ? standard : Number(port) };
}
