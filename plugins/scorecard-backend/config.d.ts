import type { HumanDuration } from '@backstage/types';

export interface Config {
  scorecard?: {
    definitions?: {
      /**
       * A folder with YAML files of scorecards, also in folders of it; from where
       * the backend is started. They rate everything. It is read when the portal
       * starts, which fails where one has a problem. Default: none.
       */
      folder?: string;
      /**
       * Repositories as `host/owner/name` whose scorecards rate everything; `*`
       * stands for anything but a slash. Scorecards of other repositories rate
       * what their owner owns. Default: none.
       */
      repositories?: string[];
      /** Whether there are the scorecards that the portal brings along. Default: true. */
      builtIn?: boolean;
      /**
       * The entity ref of the group that those belong to: who decides about
       * exemptions from them. Default: group:default/platform-team.
       */
      builtInOwner?: string;
    };

    /**
     * For how long it is kept what facts and results were, once they are others.
     * Default: 400 days.
     */
    retention?: HumanDuration | string;

    /** Providers whose facts are sent to `POST /api/scorecard/facts`, by their ids. */
    pushedFacts?: {
      [id: string]: {
        /** What people call it. */
        title: string;
        /** What it knows, in a sentence. */
        description: string;
        /** How old a fact may be; an older one is unknown. Default: 1 day. */
        freshness?: HumanDuration | string;
        /** Its facts, by the names that expressions use. */
        facts: {
          [name: string]: {
            type:
              | 'boolean'
              | 'integer'
              | 'number'
              | 'text'
              | 'instant'
              | 'texts';
            title: string;
            description: string;
            unit?: string;
          };
        };
      };
    };

    /**
     * The subjects of tokens that may send facts, such as `ci` for a
     * token of `backend.auth.externalAccess` with the subject `ci`. Plugins of the
     * portal may. Default: none.
     */
    factSenders?: string[];

    badges?: {
      /**
       * Whether badges are shown without a token, as READMEs on other hosts need
       * it. Then everybody who reaches the portal can read the level of every
       * rated entity whose name they know or guess, also of those that the
       * catalog hides from some. Default: false.
       */
      public?: boolean;
    };
  };
}
