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
      /**
       * Spark History Servers that are asked for the numbers of runs that have ended, where the run writes an event log.
       * Default: none; the last numbers of the driver stay.
       */
      historyServers?: Array<{
        /** Clusters whose event logs it has. Default: all. The first that fits is asked. */
        clusters?: string[];
        /** Its address, http or https. Either this or `service`. */
        url?: string;
        /**
         * Headers sent to `url`, and to no other address.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /**
         * `namespace/service:port` in the cluster of the run, reached through its API server as the portal, whose account
         * needs `get` on `services/proxy` there.
         */
        service?: string;
      }>;
      /** Spark's own numbers on runs: progress, data moved, hints. Read from the drivers through the API server. */
      numbers?: {
        /** Default true. Where the portal's account lacks `get` on `pods/proxy` there are none, without a word. */
        enabled?: boolean;
        /** Requests to one cluster, at most; with more to ask, each run is asked less often. Default 20. */
        requestsPerSecond?: number;
      };
    };
    /** Logs beyond what the clusters have. */
    logs?: {
      /**
       * Links to a log store, for runs that go on, have ended or have expired.
       */
      links?: Array<{
        /** What the link says: `Loki`. */
        title: string;
        /**
         * URL, http or https, in which these are filled in, percent-encoded: `{cluster}`, `{namespace}`, `{appId}`,
         * `{submissionId}`, `{from}` and `{to}` (RFC 3339), `{fromMs}` and `{toMs}` (epoch milliseconds), `{pod}` and
         * `{container}`. With one of the last two it is a link of each pod, else of the run. In the host only `{cluster}`.
         */
        url: string;
      }>;
    };
    /** What the form of a notebook server offers, and where notebook servers are opened. */
    notebooks?: {
      /** Images, the default first. Default: those that Kubeflow's own form offers. */
      images?: Array<{
        /** Default: the image. */
        id?: string;
        /** Default: the image. */
        title?: string;
        /** For example `registry.example.com/jupyter:1.2`. */
        image: string;
        /** What serves in it; decides how the notebook controller routes to it. Default `jupyter`. */
        group?: 'jupyter' | 'code-server' | 'rstudio';
        description?: string;
      }>;
      /** Whether people may type an image that is not on the list. Default false. */
      allowCustomImage?: boolean;
      /**
       * Address of Kubeflow's gateway, http or https, below which the pages of notebook servers are
       * (`/notebook/<namespace>/<name>/`). One for all clusters, in which `{cluster}` is filled in, or one for each.
       * Default: none, and nothing can be opened from the portal.
       */
      connectBase?: string | { [cluster: string]: string };
      /** What the form proposes. */
      defaults?: {
        /** Cores. Default 0.5. */
        cpu?: string | number;
        /** Default 1Gi. */
        memory?: string;
        /** Of a new home volume. Default 5Gi. */
        homeSize?: string;
        /** Default /home/jovyan. */
        homeMountPath?: string;
        /** Limits of CPU and memory over their requests; 0: no limits. Default 1.2. */
        limitFactor?: number;
      };
      /** Groups of tolerations that people choose from, by title. Default: none. */
      tolerationGroups?: Array<{
        id: string;
        title?: string;
        description?: string;
        /** As in a pod. */
        tolerations: Array<{ [key: string]: unknown }>;
      }>;
      /** Placements that people choose from, by title. Default: none. */
      affinityGroups?: Array<{
        id: string;
        title?: string;
        description?: string;
        /** As in a pod. */
        affinity: { [key: string]: unknown };
      }>;
      /** From how many minutes without activity on a server counts as idle. Default 60. */
      idleAfterMinutes?: number;
    };
    /** How long runs are kept. */
    history?: {
      /** Days. Default 90. */
      days?: number;
      /** Runs of one job. Default 500. */
      runsPerJob?: number;
    };
    /** What executors and notebook servers cost, so that the screens show it. Default: no cost is shown. */
    prices?: {
      /** ISO 4217, for example EUR. */
      currency: string;
      /** Of one core that an executor reserves, for an hour. Default 0. */
      coreHour?: number;
      /** Of one GiB of memory that an executor reserves, for an hour. Default 0. */
      gibHour?: number;
      /** Of one GPU, for an hour. Default 0. */
      gpuHour?: number;
    };
    /** Telling owners of jobs what happened, where the notifications plugin is installed. */
    notifications?: {
      /** Default true. */
      enabled?: boolean;
    };
    /** What people may make and change. */
    operations?: {
      /** Names that no new domain may have, beside the built-in ones. */
      reservedNamespaces?: string[];
      /** TCP ports that pods of a new domain may reach outside it. Default 443, 6443, 9000. */
      egressPorts?: number[];
      /**
       * Namespaces whose pods reach the notebook servers of a new domain: the gateway that people come through, and the
       * controllers, which ask the servers for their last activity. Default istio-system, kubeflow, kubeflow-workspaces.
       */
      notebookGateways?: string[];
      /** How long an operation that a restart has interrupted may go on without its actor's token. Default 15. */
      resumeWindowMinutes?: number;
      /**
       * How many days a series of runs (a back-fill) may go on without its actor's token: a token lives an hour. Whether
       * the actor is still in the catalog and in the groups that own the job is asked before each run. Default 7.
       */
      seriesDays?: number;
      /** Days that operations which have ended are kept ("who did what"). Default 180. */
      retentionDays?: number;
      /** Operations that one person may have under way at once. Default 20. */
      maxPerActor?: number;
    };
  };
}
