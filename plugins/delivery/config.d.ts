export interface Config {
  delivery?: {
    /**
     * The tools around a component, shown as one card. A tool is left out where
     * the component lacks a field that its address names. Default: none.
     */
    tools?: {
      [id: string]: {
        /**
         * The name on the card.
         * @visibility frontend
         */
        title: string;
        /**
         * An icon of the app, such as `logs`, `metrics` or `on-call`; see the
         * guide about catalog-info.yaml. Default: an arrow.
         * @visibility frontend
         */
        icon?: string;
        /**
         * The address, http or https. Placeholders such as
         * `${{ metadata.name }}`, `${{ spec.owner }}` or
         * `${{ metadata.annotations['atrium.dev/pager'] }}` are filled in.
         * @visibility frontend
         */
        url: string;
      };
    };
  };
}
