export interface Config {
  scaffolder?: {
    /**
     * What the repository fields of templates offer when the template itself
     * does not say which hosts or owners it allows.
     */
    repositories?: {
      /**
       * Hosts to offer, as written under `integrations`. Default: every host
       * listed under `integrations.gitea` and `integrations.github`, in that
       * order.
       */
      hosts?: string[];
      /**
       * Organisations or users under which repositories may be created; the
       * first is preselected. Default: any, typed in by hand.
       */
      owners?: string[];
    };
  };
}
