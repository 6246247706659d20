export interface Config {
  atrium?: {
    /**
     * True in the sandbox's config only: allows credentials that start with
     * `sandbox-`. Default: false.
     */
    sandbox?: boolean;
  };
}
