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
    };
  };
}
