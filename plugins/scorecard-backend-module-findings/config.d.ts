import type { HumanDuration } from '@backstage/types';

export interface Config {
  scorecard?: {
    /** Security findings. */
    findings?: {
      /**
       * By when findings have to be fixed, in days from when they were found.
       * Those of a severity without a number are never overdue.
       */
      slaDays?: {
        /** Default: 7. */
        critical?: number;
        /** Default: 30. */
        high?: number;
        /** Default: 90. */
        medium?: number;
        /** Default: 180. */
        low?: number;
        /** Where no tool rated it. Default: none. */
        unknown?: number;
      };

      /**
       * How large an uploaded document may be, unpacked, in bytes.
       * Default: 268435456 (256 MiB).
       */
      maxDocumentBytes?: number;

      /** How long fixed findings are kept. Default: 365 days. */
      retention?: HumanDuration | string;

      /**
       * Holds tokens to the entities of some owners, by the `subject` that the
       * token has in `backend.auth.externalAccess`. A token that is not named
       * may tell about every entity.
       */
      uploaders?: {
        [subject: string]: {
          /** Refs of groups or users that own what the token tells about. */
          owners: string[];
        };
      };

      /** Dependabot, code scanning and secret scanning of GitHub. */
      github?: {
        /**
         * Whether to listen to the webhooks about alerts that the events
         * backend takes. Default: true.
         */
        webhooks?: boolean;

        /** Asks GitHub for alerts, also those from before. */
        polling?: {
          /** Default: false. */
          enabled?: boolean;
          /**
           * How long to wait between two polls, at least 30 seconds.
           * Default: 5 minutes.
           */
          frequency?: HumanDuration | string;
          /**
           * How far back the first poll of a repository goes, by when an alert
           * that is not open any more last changed. All that are open are read.
           * Default: 90 days.
           */
          history?: HumanDuration | string;
          /**
           * The repositories to ask, as `owner/name` or `owner/*`. Default: all
           * that components come from.
           */
          repositories?: string[];
        };
      };
    };
  };
}
