import { Finding } from '@millrace/backstage-plugin-data-platform-common';
import { Repository, ServerConfig, StorageConfig } from '../client/types';
import { errorAt, info, warning } from '../operations/scene';
import { SparkSettings } from './SparkSettings';

/** What the open source server calls itself. Source: treeverse/lakeFS cmd/lakectl/cmd/root.go, lakeFSOSSVersionContext. */
const OPEN_SOURCE = 'lakeFS';
/** Object stores whose keys a job could have. Source: io.lakefs.storage.PhysicalAddressTranslator. */
const WITH_FILE_SYSTEM: readonly string[] = ['s3', 'azure'];

/** Whether what the server tells of itself has to be known for these settings. */
export function dependsOnServer(spark: SparkSettings): boolean {
  return spark.mode === 'lakefs' || spark.iceberg !== undefined;
}

/**
 * What cannot work on this server with these settings, and what the job has to bring along. Nothing where the server does
 * not tell: each of these sentences was seen to be true on a real one.
 *
 * @param config - undefined where it could not be read
 */
export function serverFindings(
  spark: SparkSettings,
  server: string,
  config: ServerConfig | undefined,
  repository: Pick<Repository, 'storage_id'>,
): Finding[] {
  return [
    ...(spark.mode === 'lakefs'
      ? fileSystemFindings(spark, server, storageOf(config, repository))
      : []),
    ...(spark.iceberg && config?.version_config?.version_context === OPEN_SOURCE
      ? [
          warning(
            `${server} is the open source lakeFS, which has no Iceberg catalog: it answers 501, and tables of the catalog ${spark.iceberg.catalog} cannot be read or written.`,
            'Read and write by {{branch.uri}}, or ask the platform team for lakeFS Enterprise.',
          ),
        ]
      : []),
  ];
}

function fileSystemFindings(
  { presigned }: SparkSettings,
  server: string,
  storage: StorageConfig | undefined,
): Finding[] {
  const { blockstore_type: type, pre_sign_support: signs } = storage ?? {};
  const library = info(
    'The image of the job must hold the library io.lakefs:hadoop-lakefs-assembly.',
  );
  if (presigned) {
    return signs === false
      ? [
          cannotWork(
            `${server} signs no URLs${
              type ? ` (its storage is of type ${type})` : ''
            }, so nothing can be written by them.`,
          ),
        ]
      : [library];
  }
  if (type === undefined) return [library];
  return WITH_FILE_SYSTEM.includes(type)
    ? [
        library,
        info(
          `Pods read and write the object store of ${server} (${type}) themselves: the job needs keys of its own to that, and with Spark 4 the library com.amazonaws:aws-java-sdk-bundle as well.`,
        ),
      ]
    : [
        cannotWork(
          `Pods would read and write the storage of ${server} themselves, and lakeFS's file system cannot do that with the type ${type}.`,
        ),
      ];
}

function cannotWork(message: string): Finding {
  return errorAt(
    'branch',
    message,
    'The platform team sets `mode: s3` in dataPlatform.lakefs.servers[].spark.',
  );
}

/** A server may have several object stores; a repository lies in one of them. */
function storageOf(
  config: ServerConfig | undefined,
  { storage_id: id }: Pick<Repository, 'storage_id'>,
): StorageConfig | undefined {
  const one = config?.storage_config_list?.find(
    ({ blockstore_id }) => blockstore_id === id,
  );
  return one ?? config?.storage_config;
}
