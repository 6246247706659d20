import type { HumanDuration } from '@backstage/types';

export interface Config {
  provisioning?: {
    /**
     * Which portal this is, in the marks on what it makes: lower-case letters,
     * digits and dashes. Say another one for a portal that runs on a copy of the
     * database of the first. Default: made once and kept in the database.
     */
    installationId?: string;

    /**
     * The environments of the organisation by name, in the order of promotion.
     * Default: dev, staging and production.
     */
    environments?: {
      [name: string]: {
        /**
         * What definitions match by, such as `development`. Error budgets count in
         * those of type `production`.
         */
        type: string;
        /** What people call it. Default: the name. */
        title?: string;
      };
    };

    /**
     * Groups and people who decide about requests where the definition names
     * nobody. Default: `permission.atrium.adminGroups`.
     */
    approvers?: string[];

    definitions?: {
      /**
       * A folder with YAML files of resource types and definitions, also in
       * folders of it; from where the backend is started. It is read when the
       * portal starts, which fails where one has a problem. Default: none.
       */
      folder?: string;
      /**
       * Repositories as `host/owner/name` whose entities may name definitions by
       * the annotation `atrium.dev/resource-definitions`; `*` stands for
       * anything but a slash. A definition decides what is made with the rights
       * of the portal. Default: none.
       */
      repositories?: string[];
    };

    encryption?: {
      /**
       * Encrypt what credentials are derived from until somebody has taken them.
       * The first key encrypts, all decrypt: put a new one before the others, and
       * remove the old one after a day. Needed once definitions are configured.
       * Default: none.
       */
      keys?: Array<{
        /**
         * 32 characters or more, as of `openssl rand -base64 32`.
         * @visibility secret
         */
        secret: string;
      }>;
    };

    score?: {
      /**
       * Where the workloads of Score files are applied to, by any name. Default:
       * nowhere. That an object may be there in the name of a component, a rule of
       * `workloads.claims` has to confirm as well.
       */
      targets?: {
        [name: string]: {
          /** One of `environments`. */
          environment: string;
          /** One of `provisioning.score.clusters`. */
          cluster: string;
          namespace: string;
          /**
           * Refs of those whose components go there. Default: anybody for whom
           * there is no other target in the environment.
           */
          owners?: string[];
        };
      };
    };

    drift?: {
      /**
       * Each live resource is compared with what is at its provider at least so
       * often. Default: 15 minutes.
       */
      maximumAge?: HumanDuration | string;
      /** How many are compared at once. Default: 10. */
      concurrency?: number;
    };

    leftovers?: {
      /** How often providers are searched for leftovers. Default: 30 minutes. */
      frequency?: HumanDuration | string;
    };

    retention?: {
      /** For how long deleted resources and their proofs are kept. Default: 400 days. */
      deleted?: HumanDuration | string;
      /** For how long steps of live resources are kept. Default: 400 days. */
      timeline?: HumanDuration | string;
      /** For how long an Idempotency-Key stands for its request. Default: 7 days. */
      idempotencyKeys?: HumanDuration | string;
    };
  };
}
