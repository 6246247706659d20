import type { HumanDuration } from '@backstage/types';

export interface Config {
  cost?: {
    /**
     * The currency in which cost is shown, in ISO 4217; others are converted to it
     * by `exchangeRates`. Default: EUR.
     */
    currency?: string;

    /**
     * What one unit of other currencies is worth in it, by calendar month; a month
     * without a rate has the last one before. Charges in a currency without a rate
     * are shown beside every sum. Either the rates, or the path of a CSV file that
     * has them in the columns `currency`, `month` and `rate` and is read every hour.
     * Default: none.
     */
    exchangeRates?:
      | string
      | Array<{
          /** In ISO 4217. */
          currency: string;
          /** Such as `2026-11`. */
          month: string;
          /** A decimal number above zero, such as `0.92`. */
          rate: string | number;
        }>;

    imports?: {
      /** How large a file may be that is uploaded, in bytes. Default: 2,000,000,000. */
      maxBytes?: number;
      /**
       * The subjects of tokens of `backend.auth.externalAccess` that may upload, and
       * read rows of the bill, such as `billing-export`. Default: none.
       */
      senders?: string[];
      /** How often folders, buckets and OpenCost are looked at. Default: 15 minutes. */
      frequency?: HumanDuration | string;
      /** For how long the rows of an import are kept that others replaced. Default: 7 days. */
      keepReplaced?: HumanDuration | string;
    };

    /**
     * Where bills come from, by name. A delivery takes the place of all that its
     * source had for the billing periods that it has. Default: only what is uploaded.
     */
    sources?: {
      [name: string]:
        | {
            kind: 'folder';
            /** From where the backend is started. Files are read in the order of their time. */
            path: string;
            /**
             * Whether each folder in it is one delivery, whose files are its parts,
             * as exports of large bills are. Otherwise each file is one. Default: false.
             */
            parts?: boolean;
            /** `daily` is a plain CSV, which docs/guides/cost.md describes. Default: focus. */
            format?: 'focus' | 'daily';
            /** Such as `1.2`. Default: told from the columns. */
            focusVersion?: string | number;
          }
        | {
            /** Object storage that speaks the protocol of S3. */
            kind: 's3';
            bucket: string;
            /** What the keys of the objects begin with, such as `focus/`. Default: all. */
            prefix?: string;
            /** Default: that of the environment. */
            region?: string;
            /** Of storage of others than AWS. */
            endpoint?: string;
            /** Whether the bucket is in the path and not in the host. Default: false. */
            forcePathStyle?: boolean;
            /** Default: what the AWS client finds, such as the role of the machine. */
            accessKeyId?: string;
            /** @visibility secret */
            secretAccessKey?: string;
            /** As for a folder. Default: false. */
            parts?: boolean;
            /** As for a folder. Default: focus. */
            format?: 'focus' | 'daily';
            /** As for a folder. */
            focusVersion?: string | number;
          }
        | {
            /**
             * The cost of a Kubernetes cluster that no bill has: where a bill has its
             * nodes, they would count twice.
             */
            kind: 'opencost';
            /** Such as `http://opencost.opencost:9003`. */
            url: string;
            /** In which it counts, in ISO 4217: its answers do not say. */
            currency: string;
            /** By what it adds up, such as `namespace` or `namespace,label:app`. Default: namespace. */
            aggregate?: string;
            /**
             * How many days are asked for again; days before stay as they are. Prometheus
             * has to keep more. Default: 3.
             */
            lookBackDays?: number;
          }
        | {
            /** Only what is uploaded. */
            kind: 'upload';
          };
    };

    allocation?: {
      /** A file that says whose every charge is. Default: none. */
      file?: string;
      /**
       * A folder of YAML files, one of which says whose every charge is. It goes
       * before files in repositories. Default: none.
       */
      folder?: string;
      /**
       * Repositories whose entities may name that file by `atrium.dev/cost`:
       * `host/owner/name`, with `*` for any text after the host. Rules decide about
       * everybody's money. Default: none.
       */
      repositories?: string[];
    };

    budgets?: {
      /**
       * At which parts of a budget its owners are told, by what is spent: each once
       * in a month. Default: 50, 80 and 100.
       */
      actualPercents?: number[];

      /** The same by what the month is expected to cost. Default: 50, 80 and 100. */
      forecastPercents?: number[];
    };

    anomalies?: {
      /**
       * What a day has to cost more than usual at least, in the currency of the
       * portal, before anybody is told. Default: 10.
       */
      minimumAmount?: number;
    };

    /**
     * The subjects of tokens that may send how much work entities did to
     * `POST /api/cost/metrics`, such as `ci` for a token of
     * `backend.auth.externalAccess` with the subject `ci`. Plugins of the portal may.
     * Rows of the bill are not for these tokens. Default: none.
     */
    metricSenders?: string[];

    access?: {
      /**
       * Who may read what others cost, and what everybody does together: `everyone`
       * who is signed in, or `owners` of what is asked about and the groups of
       * `permission.atrium.financeGroups`. Rows of the bill are for the latter in
       * any case. Of tokens from outside the portal, those of `cost.imports.senders`
       * read as finance does, others what everyone reads. With `owners`, scorecards have no facts of amounts: everybody reads
       * facts. Default: everyone.
       */
      totals?: 'everyone' | 'owners';
    };
  };
}
