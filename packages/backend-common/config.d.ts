export interface Config {
  atrium?: {
    /**
     * Branches that another repository may point the catalog at, beside the
     * default branch of the repository pointed at; what is found by discovery
     * counts on any branch. They count in every repository, so each of them has
     * to be protected there, or not exist: whoever may make one speaks for the
     * repository. Default: none.
     */
    trustedBranches?: string[];
  };
}
