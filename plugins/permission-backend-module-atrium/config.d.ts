export interface Config {
  permission?: {
    atrium: {
      /**
       * Groups whose members may do everything, as full entity references,
       * for example `group:default/platform-team`. At least one is required.
       */
      adminGroups: string[];
    };
  };
}
