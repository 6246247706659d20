export interface Config {
  permission?: {
    atrium: {
      /**
       * Groups whose members may do everything, as full entity references,
       * for example `group:default/platform-team`. At least one is required.
       */
      adminGroups: string[];

      /**
       * Groups whose members see every bill and bring bills in, as full entity
       * references. Members of the admin groups do, too. Default: none.
       */
      financeGroups?: string[];
    };
  };
}
