export interface Config {
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
