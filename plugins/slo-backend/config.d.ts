import type { HumanDuration } from '@backstage/types';

export interface Config {
  slo?: {
    /**
     * OpenSLO documents that every definition may refer to: DataSource,
     * AlertPolicy, AlertCondition, AlertNotificationTarget, Service.
     * Connections may hold secrets, so nothing of it leaves the backend.
     * Default: none.
     * @deepVisibility secret
     */
    shared?: Array<{
      /** A YAML file, seen from the working directory of the backend. */
      file?: string;
      /** One document as it stands here. */
      document?: object;
    }>;

    definitions?: {
      /**
       * How often the catalog is asked who has definitions although neither a
       * push nor an entity that changed gave cause to. Default: 5 minutes.
       */
      frequency?: HumanDuration | string;
      /** When a file is read again although nobody pushed. Default: 10 minutes. */
      rereadAfter?: HumanDuration | string;
      /** The largest file that is read. Default: 1048576 (1 MiB). */
      maxFileBytes?: number;
    };

    collect?: {
      /** How often the sources are asked for new counts. Default: 30 seconds. */
      frequency?: HumanDuration | string;
      /**
       * How much of what was collected already is asked for again, since some
       * counts come late. Default: 10 minutes.
       */
      overlap?: HumanDuration | string;
      /** How far back a new series is filled. Default: 1 day. */
      backfill?: HumanDuration | string;
    };

    evaluation?: {
      /** How often budgets and alerts are worked out. Default: 30 seconds. */
      frequency?: HumanDuration | string;
      /**
       * With fewer events in its window an SLO has "not enough traffic", and
       * with fewer in the time up to now that is as long as its window, burn
       * rates alert nobody. Its definition may say another number. Default: 100.
       */
      minimumEvents?: number;
      /**
       * From this share of the budget down, an SLO is at risk. Default: 0.25.
       */
      atRiskBelow?: number;
    };

    alerts?: {
      /**
       * How long a burn rate has to be below the threshold until its alert is
       * resolved. Default: 5 minutes.
       */
      resolveAfter?: HumanDuration | string;
      /**
       * Below which share of the threshold a burn rate counts as gone, so that
       * an alert does not come and go. Default: 0.9.
       */
      resolveBelow?: number;
      /**
       * How long missing data alerts nobody after an SLO was defined or
       * changed, and after the portal has started: nothing could be measured
       * before. Default: 15 minutes.
       */
      noDataGrace?: HumanDuration | string;
      /** Whether owners are told in the portal. Default: true. */
      notifyOwners?: boolean;
      /** Where else alerts are sent. Default: nowhere. */
      targets?: Array<{
        /** Unique; what AlertNotificationTarget documents call it. */
        name: string;
        /**
         * `alertmanager` for version 2 of its API, `slack` for any webhook that
         * takes the messages of Slack.
         */
        type: 'alertmanager' | 'slack';
        /**
         * Of Alertmanager the address it is reached at, of Slack the webhook.
         * @visibility secret
         */
        url: string;
        /**
         * Sent along, for example `Authorization`.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** Only alerts of these severities. Default: all. */
        severities?: string[];
      }>;
    };

    gate?: {
      /**
       * At or below this share of its budget an SLO closes the gate of its
       * entity. Default: 0, when the budget is spent.
       */
      closeAt?: number;
    };

    retention?: {
      /** How long counts per minute are kept. Default: 100 days. */
      minutes?: HumanDuration | string;
      /**
       * How long sums per hour and day are kept, and SLOs that no file has any
       * more. Default: 1200 days.
       */
      rollups?: HumanDuration | string;
      /** How long resolved alerts are kept. Default: 400 days. */
      alerts?: HumanDuration | string;
    };
  };
}
