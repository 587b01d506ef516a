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
  };
}
