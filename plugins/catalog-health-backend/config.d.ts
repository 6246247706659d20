import type { HumanDuration } from '@backstage/types';

export interface Config {
  catalogHealth?: {
    /**
     * How long problems are kept after they were resolved. Default: 30 days.
     */
    retention?: HumanDuration | string;
    /**
     * Whether commits are marked on the git host, as `atrium/catalog`. Needs
     * credentials in `integrations` that may write statuses. Default: true.
     */
    commitStatuses?: boolean;
    /**
     * Who is told of a repository that has nothing in the catalog yet, so that
     * nobody is known to own it. The first that matches counts; without any it
     * is the first of `permission.atrium.adminGroups`.
     */
    repositoryOwners?: Array<{
      /** A glob over `owner/name`, such as `acme/payment-*`. */
      repository: string;
      /** A group or user, such as `group:default/team-payments`. */
      owner: string;
    }>;
  };
}
