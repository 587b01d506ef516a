export interface Config {
  dataPlatform?: {
    /** Kubernetes clusters. Those of `kubernetes.clusterLocatorMethods` (type `config`) are used without a word here. */
    kubernetes?: {
      /** Kubeconfig files; every context, or the named ones, is a cluster of that name. */
      kubeconfigs?: Array<{
        /**
         * Path of the file. Paths in it are relative to it. It is read again when the server refuses its credentials.
         */
        path: string;
        /** Contexts to use. Default: all. */
        contexts?: string[];
        /**
         * Context whose user makes new domains (the bootstrap identity) on the same cluster.
         * Default: none, no domain can be made on these clusters.
         */
        bootstrapContext?: string;
      }>;
      /** Options by the name of a cluster, wherever it is configured. */
      clusters?: {
        [name: string]: {
          /** Shown in place of the name. */
          title?: string;
          /** Marks an embedded stand-in for a cluster, so that the screens say so. Default false. */
          sandbox?: boolean;
          /**
           * Namespaces to read where the portal may not list the whole cluster.
           * Default: those labelled `millrace.dev/domain`.
           */
          namespaces?: string[];
          /** The identity that makes namespaces, quotas and role bindings of new domains. Exactly one of the two keys. */
          bootstrap?: {
            /**
             * Bearer token.
             * @visibility secret
             */
            token?: string;
            /** Path of a file with a bearer token, read again every minute. */
            tokenFile?: string;
          };
          impersonation?: {
            /**
             * What names of people and groups begin with on the cluster. Ends in ":" or "/", never "system:".
             * Default `backstage:`, so that Ada is `backstage:user:default/ada`.
             */
            prefix?: string;
          };
        };
      };
    };
    /** What the template for a Spark job offers, and where the Spark History Server is. */
    spark?: {
      /** Versions of Spark, the default first. Default: 4.0.1. */
      versions?: string[];
      /** Images, the default first. Default: `apache/spark:<version>` for each version. */
      images?: string[];
      /** Applications to start from. Default: those that ship with Spark's own image. */
      examples?: Array<{
        id: string;
        title: string;
        language: 'Java' | 'Scala' | 'Python' | 'R';
        mainApplicationFile: string;
        mainClass?: string;
        arguments?: string[];
      }>;
      /**
       * URL of a run in the Spark History Server, http or https; `{appId}`, `{namespace}` and `{name}` are filled in.
       * For example `https://history.example.com/history/{appId}/jobs/`. Default: no link.
       */
      historyServer?: string;
    };
    /** How long runs are kept. */
    history?: {
      /** Days. Default 90. */
      days?: number;
      /** Runs of one job. Default 500. */
      runsPerJob?: number;
    };
    /** What people may make and change. */
    operations?: {
      /** Names that no new domain may have, beside the built-in ones. */
      reservedNamespaces?: string[];
      /** TCP ports that pods of a new domain may reach outside it. Default 443, 6443, 9000. */
      egressPorts?: number[];
      /** How long an operation that a restart has interrupted may go on without its actor's token. Default 15. */
      resumeWindowMinutes?: number;
      /** Operations that one person may have under way at once. Default 20. */
      maxPerActor?: number;
    };
  };
}
