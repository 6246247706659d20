export interface Config {
  events?: {
    modules?: {
      gitea?: {
        /**
         * The secret that the webhook signs its requests with, as set in Gitea.
         * Requests with another signature, or none, are refused. Without this
         * section there is no endpoint for Gitea at all, which is the default.
         * @visibility secret
         */
        webhookSecret: string;
      };
    };
  };
}
