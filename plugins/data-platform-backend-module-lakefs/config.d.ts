export interface Config {
  dataPlatform?: {
    lakefs?: {
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
        /** Days without a commit after which a branch counts as stale. Default 30. */
        staleDays?: number;
        /** Which repositories belong to which data domain. Without an entry, only who may see everything sees them. */
        domains?: Array<{
          /** Entity ref of the domain: `domain:default/sales`. */
          domain: string;
          /** Names of repositories; `*` stands for any characters. */
          repositories: string[];
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
