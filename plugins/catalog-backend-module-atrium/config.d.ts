export interface Config {
  catalog?: {
    placeholders?: {
      /**
       * Repositories that are not public and whose files any catalog file may
       * include by `$text`, `$json` or `$yaml`, so that everybody who uses the
       * portal can read them. Globs over `host/owner/name`, such as
       * `github.com/acme/api-definitions`. Default: none.
       */
      repositories?: string[];
    };
  };
}
