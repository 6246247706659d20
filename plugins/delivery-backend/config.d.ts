import type { HumanDuration } from '@backstage/types';

export interface Config {
  delivery?: {
    /**
     * What environments are for, by name. `*` stands for anything. The usual
     * names (production, prod, staging, test, dev and the like) need no entry.
     */
    environments?: {
      [namePattern: string]:
        | 'production'
        | 'staging'
        | 'testing'
        | 'development'
        | 'other';
    };

    /**
     * The branches whose runs decide whether an entity is red.
     * Default: main, master, trunk.
     */
    mainBranches?: string[];

    notifications?: {
      /**
       * Whether the owners of a component are notified when the newest run of a
       * pipeline on a main branch fails after the one before it had passed, and
       * when it passes again. Default: true.
       */
      mainBranch?: boolean;
    };

    ingest?: {
      /**
       * Who may send signed events, by the name they send in the header
       * `x-atrium-source`. Default: nobody; service tokens work always.
       */
      webhooks?: {
        [source: string]: {
          /**
           * The key of the HMAC-SHA256, at least 16 characters.
           * @visibility secret
           */
          secret: string;
          /**
           * What the `source` of their events has to be, or to be below of. A
           * URL covers the same scheme, host and port and whole segments of its
           * path: `https://ci.example/a` covers `https://ci.example/a/b`, but
           * neither `https://ci.example/ab` nor `https://ci.example.evil`.
           * Anything else covers what goes on with `/` or `:`. Default:
           * anything.
           */
          sourcePrefix?: string;
        };
      };
      /**
       * How far the time of a signature may be from ours. Default: 5 minutes.
       */
      replayWindow?: HumanDuration | string;
    };

    /**
     * Whose events entities get beyond those of the repository that their file
     * lies in: an annotation such as `github.com/project-slug` counts for no other
     * repository otherwise. For catalog files in a central repository. Default:
     * none.
     */
    repositoryRules?: {
      [name: string]: {
        /**
         * The repository whose entities may, as `host/owner/name`. Whoever may
         * write to it decides who gets the events of the others.
         */
        from: string;
        /**
         * The repositories that they may name, as `host/owner/name`, or as
         * `host/owner/*` for all of an owner.
         */
        repositories: string[];
      };
    };

    dora?: {
      /**
       * Where the lead time of a change begins. Where no first commit is told,
       * it is when the change was opened, else its merge. Default:
       * first-commit.
       */
      leadTimeFrom?: 'first-commit' | 'merge';
      /**
       * What the time to restore is measured on. Default: failed-deployments,
       * as DORA does since 2023; all-incidents takes in what no deployment
       * caused.
       */
      restoreOf?: 'failed-deployments' | 'all-incidents';
      /**
       * How long after a deployment an incident that names no artifact is
       * taken to be caused by it. Default: 24 hours.
       */
      failureWindow?: HumanDuration | string;
      /**
       * How far a clock may be behind another before a negative duration is
       * left out instead of taken as zero. Default: 5 minutes.
       */
      clockSkewTolerance?: HumanDuration | string;
    };

    /**
     * Events from before what is kept are refused, as are those more than 5
     * minutes ahead.
     */
    retention?: {
      /**
       * How long events are kept as they came in. Default: 400 days.
       */
      events?: HumanDuration | string;
      /**
       * How long pipeline runs and their steps are kept. Default: 400 days.
       */
      runs?: HumanDuration | string;
      /**
       * How long deployments, changes, incidents, tickets and artifacts are
       * kept. What runs somewhere, and the daily figures of the metrics, are
       * kept for good. Default: 1200 days, at least 200.
       */
      history?: HumanDuration | string;
    };
  };
}
