import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  techdocs?: {
    /** The engine that renders Markdown without Python or Docker. */
    markdown?: {
      /**
       * Folder that keeps rendered pages between builds, so that an unchanged
       * page is not rendered again after a restart. Only the portal may write
       * to it. Default: a temporary folder that goes with the process.
       */
      cacheDirectory?: string;
      /** Sites that one replica builds at the same time, each in a process of its own. Default: 2. */
      processes?: number;
      /** Builds documentation before anyone asks for it. */
      prebuild?: {
        /** Default: true, unless `techdocs.builder` is `external`. */
        enabled?: boolean;
        /**
         * How often the catalog is asked for documentation although no entity was told to
         * have changed. Default: every 5 minutes.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** Sites that one replica has built ahead at the same time. Default: 2. */
        concurrency?: number;
        /** A site that nothing was heard of is looked at again after this time. Default: 6 hours. */
        recheckAfter?: HumanDuration | string;
      };
      limits?: {
        /** Markdown pages of one site. Default: 5000. */
        maxPages?: number;
        /** Size of one Markdown page in bytes; a larger one is replaced by a message. Default: 1000000. */
        maxPageBytes?: number;
        /** Size of all Markdown pages of one site in bytes. Default: 64000000. */
        maxSiteBytes?: number;
        /** Size of one image or other file in bytes; a larger one is left out. Default: 20000000. */
        maxAssetBytes?: number;
        /** Size of all images and other files of one site in bytes. Default: 200000000. */
        maxAssetsBytes?: number;
        /** Time that one site may take in seconds; then its process is ended. Default: 120. */
        maxBuildSeconds?: number;
        /** JavaScript heap that building one site may take in megabytes; then its process is ended. Default: 512. */
        maxMemoryMegabytes?: number;
        /** Processor time that highlighting the code of one page may take in milliseconds; the rest stays plain. Default: 5000. */
        maxHighlightMilliseconds?: number;
      };
    };
  };
}
