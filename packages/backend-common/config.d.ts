export interface Config {
  atrium?: {
    /**
     * Branches that only those who maintain a repository can write to. Another
     * repository may point the catalog at these, and at no others; what is
     * found by discovery counts on any branch. Default: main and master.
     */
    trustedBranches?: string[];
  };
}
