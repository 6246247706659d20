export interface Config {
  provisioning?: {
    definitions?: {
      /**
       * A folder with YAML files of resource types and definitions, also in
       * folders of it; from where the backend is started. It is read when the
       * portal starts, which fails where one has a problem. Default: none.
       */
      folder?: string;
      /**
       * Repositories as `host/owner/name` whose entities may name definitions by
       * the annotation `atrium.dev/resource-definitions`; `*` stands for
       * anything but a slash. A definition decides what is made with the rights
       * of the portal. Default: none.
       */
      repositories?: string[];
    };
  };
}
