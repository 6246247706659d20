export interface Config {
  atrium?: {
    /**
     * Whether the portal shows the sample organisation of the sandbox; the
     * navigation then says so. Default: false.
     * @visibility frontend
     */
    sandbox?: boolean;
  };
  app?: {
    signIn?: {
      /**
       * The auth provider that people sign in with. Default: `oidc`.
       * @visibility frontend
       */
      provider?: 'oidc' | 'github';
    };
  };
}
