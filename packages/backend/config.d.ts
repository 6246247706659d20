export interface Config {
  atrium?: {
    /**
     * True in the sandbox's config only: allows the credentials that the launcher
     * makes for it. Default: false.
     */
    sandbox?: boolean;
  };
}
