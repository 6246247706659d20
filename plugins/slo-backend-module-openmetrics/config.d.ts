import type { HumanDuration } from '@backstage/types';

export interface Config {
  slo?: {
    openmetrics?: {
      /**
       * How often each endpoint is scraped, from 5 to 30 seconds: a minute
       * counts when no two scrapes of it are more than a minute apart.
       * Default: 15 seconds.
       */
      interval?: HumanDuration | string;
      /** How long one endpoint may take to answer. Default: 10 seconds. */
      timeout?: HumanDuration | string;
      /** The largest answer that is read. Default: 10485760 (10 MiB). */
      maxBytes?: number;
      /**
       * What may be scraped, by a name of your own. Files of teams can ask for
       * nothing else. Default: nothing.
       */
      endpoints?: {
        [name: string]: {
          /**
           * An address, in which `{service}` stands for the name of a service
           * and `*` for any other part of a host or path, as in
           * `https://{service}.prod.example/metrics`. Both match letters,
           * digits and hyphens, `*` underscores, too.
           */
          url: string;
          /**
           * Sent along, for example `Authorization`.
           * @deepVisibility secret
           */
          headers?: { [name: string]: string };
        };
      };
    };
  };
}
