export interface Config {
  dataPlatform?: {
    lakefs?: {
      /**
       * What becomes of branches that were given a time to live in the portal, once it is over. One that is protected, has
       * a request for approval or a run under way, or whose expiry only a commit claims, is left.
       */
      expiry?: {
        /** Owners are warned and branches deleted. Default true. */
        enabled?: boolean;
        /** Hours before its expiry at which the owner of a branch is told. Default 24. */
        warnHours?: number;
        /**
         * Hours that a branch is kept after its expiry where it holds uncommitted changes, or nobody was warned of it, and
         * after its owner was told when it goes. Default 24.
         */
        graceHours?: number;
      };
      /**
       * Days for which the record of a deleted branch is kept, which is for as long as it can be restored. At least 1.
       * Default 365.
       */
      deletedBranchDays?: number;
      /** lakeFS servers whose branches the portal shows and changes. Default: none. */
      servers?: Array<{
        /** Unique among all sources, clusters included; entities name it in `millrace.dev/source`. */
        name: string;
        /** Shown in place of the name. */
        title?: string;
        /** URL of the server, with or without `/api/v1`. */
        endpoint: string;
        accessKeyId: string;
        /**
         * @visibility secret
         */
        secretAccessKey: string;
        /** URL of the web UI that people open. Default: the endpoint. */
        uiUrl?: string;
        /** Marks an embedded stand-in for a server, so that the screens say so. Default false. */
        sandbox?: boolean;
        /** How often everything is listed, seconds, at least 5. Default 30; a webhook makes it quicker. */
        pollSeconds?: number;
        /**
         * What a lakeFS action sends as header `x-millrace-secret` to `/api/data-platform/v1/lakefs/webhook/<name>`.
         * Default: none, and the route answers 404.
         * @visibility secret
         */
        webhookSecret?: string;
        /**
         * `protected`: merges into protected branches, reverts on them, and making or restoring a branch of a protected
         * name take the approval of the owner of the product (else of the domain) that the repository belongs to; nobody
         * approves their own. Default `none`.
         */
        approvals?: 'protected' | 'none';
        /** Days without a commit after which a branch counts as stale. Default 30. */
        staleDays?: number;
        /** How Spark runs work on its branches. Default: they cannot be started on one. */
        spark?: {
          /** URL of the server as pods of the clusters reach it, without `/api/v1`. */
          endpoint: string;
          /**
           * `s3`: by the S3 gateway (`s3a://repository/branch/...`), which needs no library of lakeFS; `lakefs`: by its own
           * Hadoop file system (`lakefs://repository/branch/...`). Default `s3`.
           */
          mode?: 's3' | 'lakefs';
          /**
           * With mode `lakefs`: objects are read and written by URLs that lakeFS signs, which a server with storage of type
           * `local` cannot. Default false: jobs bring keys of their own to the object store.
           */
          presigned?: boolean;
          /** A Secret that each namespace with such runs has. The portal names it and never keeps what is in it. */
          credentials: {
            secretName: string;
            /** Default `accessKeyId`. */
            accessKeyIdKey?: string;
            /** Default `secretAccessKey`. */
            secretAccessKeyKey?: string;
          };
          /** The Iceberg REST catalog of lakeFS Enterprise. Default: none. */
          iceberg?: {
            /** Name of the catalog in Spark: tables are `<catalog>.<repository>.<branch>.<namespace>.<table>`. */
            catalog: string;
            /** Key of the Secret that holds `<access key id>:<secret access key>`. Default `credential`. */
            credentialKey?: string;
          };
        };
        /** Which repositories belong to which data domain. Without an entry, only who may see everything sees them. */
        domains?: Array<{
          /** Entity ref of the domain: `domain:default/sales`. */
          domain: string;
          /** Names of repositories; `*` stands for any characters. */
          repositories: string[];
          /**
           * Entity ref of a data product of the domain: repositories that nobody has registered are registered as parts of
           * it, and unregistered when they are gone. Default: people register them, with the template.
           */
          registerIn?: string;
          /** Branches that only some may write to, beyond what the permission policy asks; the first that fits counts. Default: none. */
          branches?: Array<{
            /** Name of a branch; `*` stands for any characters. */
            pattern: string;
            /** Entity refs of users and groups: `group:default/release-managers`. */
            writers: string[];
          }>;
          /** A key of its own for the repositories of this domain. Both or none. */
          accessKeyId?: string;
          /**
           * @visibility secret
           */
          secretAccessKey?: string;
        }>;
      }>;
    };
  };
}
