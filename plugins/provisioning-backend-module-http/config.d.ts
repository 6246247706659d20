import type { HumanDuration } from '@backstage/types';

export interface Config {
  provisioning?: {
    /**
     * Automations of the organisation that make resources, by the name that
     * definitions say. Default: none.
     */
    automations?: {
      [name: string]: {
        /** What people call it. Default: the name. */
        title?: string;
        /**
         * Where its API is, such as `https://automation.acme.example/v1`; `http`
         * only on this machine.
         */
        url: string;
        /**
         * Sent to it as a bearer token. Default: none.
         * @visibility secret
         */
        token?: string;
        /**
         * What its callbacks are signed by, as Standard Webhooks has it: `whsec_`
         * and 24 to 64 bytes in base64. Default: callbacks are refused.
         * @visibility secret
         */
        callbackSecret?: string;
        /** The types of resource that it makes, such as `bucket`. */
        types: string[];
        /**
         * How long it may take to answer, up to 15 seconds; work that takes longer
         * goes on after the answer. Default: 10 seconds.
         */
        timeout?: HumanDuration | string;
        /** Whether it can be told to stop what it is at. Default: false. */
        hasCancel?: boolean;
        /** Whether it can give a resource other credentials. Default: false. */
        hasRotation?: boolean;
      };
    };
  };
}
