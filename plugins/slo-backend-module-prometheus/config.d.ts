import type { HumanDuration } from '@backstage/types';

export interface Config {
  slo?: {
    prometheus?: {
      /**
       * Prometheus and what answers like it, by a name that `spec.source` of a
       * query or `connectionDetails.source` of a DataSource may say. A query
       * that says none goes to `default`, or to the only one.
       */
      sources?: {
        [name: string]: {
          /**
           * Where `/api/v1/query_range` begins, such as
           * `https://prometheus.example` or `https://mimir.example/prometheus`.
           */
          url: string;
          /** The tenant, sent as `X-Scope-OrgID` to Mimir. Default: none. */
          tenant?: string;
          /**
           * A bearer token. Default: none.
           * @visibility secret
           */
          token?: string;
          /** With `password`, for basic authentication. Default: none. */
          username?: string;
          /** @visibility secret */
          password?: string;
          /** Certificates, as files. Default: those that Node.js trusts. */
          tls?: {
            /** Of the authority that the server is trusted by. */
            caFile?: string;
            /** Of the portal, with `keyFile`, where the server asks for it. */
            certFile?: string;
            keyFile?: string;
          };
          /** How long an answer may take. Default: 20 seconds. */
          timeout?: HumanDuration | string;
          /** How many queries run at a time. Default: 4. */
          concurrency?: number;
          /** How far back it can answer. Default: 15 days. */
          history?: HumanDuration | string;
        };
      };
    };
  };
}
