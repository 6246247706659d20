export interface Config {
  app?: {
    apiDocs?: {
      /** Sending requests to an API from the page of its definition. */
      tryIt?: {
        /**
         * The hosts to which requests may be sent, such as `api.example.com`,
         * `*.staging.example.com` or `localhost:8080`. None by default, and then
         * definitions are for reading only. Each also has to be in
         * `backend.csp.connect-src`, and has to allow the portal by CORS.
         *
         * @visibility frontend
         */
        hosts?: string[];
      };
    };
  };
}
