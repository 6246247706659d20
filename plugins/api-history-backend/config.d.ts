import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Keeps each version of an API definition and tells what it breaks. */
  apiHistory?: {
    /**
     * How long after a look at all APIs of the catalog the next one starts although
     * no API was told to have changed. Default: 5 minutes.
     */
    frequency?: HumanDuration | string;
    /**
     * How many APIs are looked at in one go; with more of them the next go
     * continues. Default: 1000.
     */
    apisPerRun?: number;
    /**
     * Largest definition that is kept and compared, in bytes. Of a larger one
     * only the fact is kept. Default: 5242880 (5 MiB).
     */
    maxDefinitionBytes?: number;
    /**
     * Longest time that reading or comparing definitions may take. Default: 30
     * seconds.
     */
    analysisTimeout?: HumanDuration | string;
    /** What is kept for how long. */
    retention?: {
      /**
       * How many versions of an API are kept; the last valid one always is.
       * Default: 100.
       */
      versionsPerApi?: number;
      /**
       * How long the history of an API is kept that is gone from the catalog.
       * Default: 30 days.
       */
      deletedApis?: HumanDuration | string;
    };
    /**
     * Whether owners of consumers are notified of breaking changes. Default:
     * true.
     */
    notifyConsumers?: boolean;
  };
}
