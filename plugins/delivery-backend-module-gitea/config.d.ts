import type { HumanDuration } from '@backstage/types';

export interface Config {
  delivery?: {
    gitea?: {
      /**
       * Whether to listen to the webhooks that the events backend takes.
       * Default: true.
       */
      webhooks?: boolean;

      /**
       * The labels that make an issue an incident, in any case of letters.
       * Default: incident.
       */
      incidentLabels?: string[];

      /** Asks Gitea, for where webhooks cannot reach the portal. */
      polling?: {
        /** Default: false. */
        enabled?: boolean;
        /**
         * How long to wait between two polls, at least 30 seconds.
         * Default: 5 minutes.
         */
        frequency?: HumanDuration | string;
        /**
         * How far back the first poll of a repository goes. Default: 90 days.
         */
        history?: HumanDuration | string;
        /**
         * The repositories to ask, as `owner/name` or `owner/*`. Default: all
         * at a configured host that entities have their source in.
         */
        repositories?: string[];
      };
    };
  };
}
