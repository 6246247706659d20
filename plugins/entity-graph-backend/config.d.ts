import type { HumanDuration } from '@backstage/types';

export interface Config {
  entityGraph?: {
    observedEdges?: {
      /**
       * How long a call that was seen counts, since it was seen last. Default: 14 days.
       */
      retention?: HumanDuration | string;
      /**
       * The subjects of external tokens that may report calls, such as
       * `tracing`. Administrators may without being named. Default: none.
       */
      reporters?: string[];
    };
  };
}
