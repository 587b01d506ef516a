/** How Spark runs on clusters reach a lakeFS server. Holds no secret: those lie in namespaces, and are named. */
export interface SparkSettings {
  /** URL of the server as pods see it, without `/api/v1`. */
  endpoint: string;
  /** `s3`: by the S3 gateway, paths `s3a://`; `lakefs`: by lakeFS's own Hadoop file system, paths `lakefs://`. */
  mode: 's3' | 'lakefs';
  /** With mode `lakefs`: objects are read and written by URLs that lakeFS signs. */
  presigned?: boolean;
  /** A Secret in the namespace of the run, and its keys. */
  credentials: {
    secretName: string;
    accessKeyIdKey: string;
    secretAccessKeyKey: string;
  };
  /** Iceberg's REST catalog of lakeFS Enterprise. */
  iceberg?: {
    /** Name that the catalog has in Spark. */
    catalog: string;
    /** Key of the Secret that holds `<access key id>:<secret access key>`. */
    credentialKey: string;
  };
}
