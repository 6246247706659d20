export interface Config {
  techdocs?: {
    /** The engine that renders Markdown in process. */
    markdown?: {
      /**
       * Folder that keeps rendered pages between builds, so that an unchanged
       * page is not rendered again after a restart. Only the portal may write
       * to it. Default: rendered pages are kept in memory, up to 64 MB.
       */
      cacheDirectory?: string;
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
        /** Time that one site may take in seconds. Default: 120. */
        maxBuildSeconds?: number;
        /** Time that highlighting the code of one page may take in milliseconds; the rest stays plain. Default: 5000. */
        maxHighlightMilliseconds?: number;
      };
    };
  };
}
